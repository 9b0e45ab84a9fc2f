/** A sign-in that is to be done at the identity provider's page. */
export interface BegunSignIn {
  /** Where to send the browser. */
  readonly url: string;
  readonly state: string;
  readonly nonce: string;
  /** Proves that whoever brings the code back is who asked (PKCE, RFC 7636). */
  readonly verifier: string;
}

/** Who proves who people are: OpenID Connect, authorization code with PKCE (architecture §1). */
export interface IdentityProvider {
  /** @throws Transient when the provider cannot be reached */
  begin(redirectUri: string): Promise<BegunSignIn>;
  /**
   * @param answer the address the browser came back to, with code and state
   * @returns the subject, or undefined when the answer is not one to what was begun
   * @throws Transient when the provider cannot be reached
   */
  finish(answer: URL, begun: Omit<BegunSignIn, 'url'>): Promise<string | undefined>;
}
