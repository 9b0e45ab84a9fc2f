/** Proves who signs in. What the person may do is the record's to say (architecture §9). */
export interface TokenVerifier {
  /** @returns the subject of a valid access token, or undefined for any other token */
  verify(token: string): Promise<string | undefined>;
}
