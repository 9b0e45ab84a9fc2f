/** The part of oidc-provider that we use; the library comes without types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export interface Client {
    readonly clientId: string;
  }
  export interface InteractionResult {
    readonly login?: { readonly accountId: string };
  }
  export interface OidcContext {
    type: string;
    body: unknown;
    readonly oidc: {
      readonly params: Readonly<Record<string, unknown>>;
      readonly client: Client;
      readonly provider: Provider;
      readonly session: { readonly accountId?: string };
    };
  }
  export interface ResourceServerInfo {
    readonly scope: string;
    readonly audience: string;
    readonly accessTokenFormat: 'jwt';
    readonly accessTokenTTL: number;
    readonly jwt: { readonly sign: { readonly alg: string } };
  }
  interface Saved {
    save(): Promise<string>;
  }
  interface AccessToken extends Saved {
    resourceServer: unknown;
    readonly expiration: number;
    readonly tokenType: string;
  }
  interface Grant extends Saved {
    addOIDCScope(scope: string): void;
    addResourceScope(resource: string, scope: string): void;
  }
  export interface Adapter {
    upsert(id: string, payload: AdapterPayload, expiresInSeconds?: number): Promise<void>;
    find(id: string): Promise<AdapterPayload | undefined>;
    findByUid(uid: string): Promise<AdapterPayload | undefined>;
    findByUserCode(userCode: string): Promise<AdapterPayload | undefined>;
    consume(id: string): Promise<void>;
    destroy(id: string): Promise<void>;
    revokeByGrantId(grantId: string): Promise<void>;
  }
  export interface AdapterPayload {
    uid?: string;
    grantId?: string;
    consumed?: number;
  }
  export default class Provider {
    constructor(issuer: string, configuration: Readonly<Record<string, unknown>>);
    readonly issuer: string;
    readonly AccessToken: new (
      given: Readonly<{ accountId: string; client: Client; gty: string }>,
    ) => AccessToken;
    readonly Grant: new (
      given: Readonly<{ accountId: string; clientId: string }>,
    ) => Grant;
    readonly ResourceServer: new (
      identifier: string,
      info: ResourceServerInfo,
    ) => unknown;
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<{ readonly uid: string }>;
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: InteractionResult,
      options?: Readonly<{ mergeWithLastSubmission?: boolean }>,
    ): Promise<void>;
    registerGrantType(
      name: string,
      handler: (context: OidcContext) => Promise<void>,
      parameters: readonly string[],
    ): void;
    on(event: 'server_error', listener: (context: OidcContext, error: Error) => void): this;
  }
  export namespace errors {
    class SessionNotFound extends Error {}
    class CustomOIDCProviderError extends Error {
      constructor(error: string, description: string);
    }
  }
  export namespace interactionPolicy {
    interface Policy {
      remove(name: string): void;
    }
    function base(): Policy;
  }
}
