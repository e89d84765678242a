/** The part of oidc-provider that the demo uses; the package ships no types. */
declare module "oidc-provider" {
  import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";

  export interface Account {
    accountId: string;
    claims(): Promise<Record<string, unknown>>;
  }

  export interface Interaction {
    readonly uid: string;
    readonly prompt: { readonly name: string };
    readonly params: { readonly client_id?: unknown };
  }

  export interface GrantRecord {
    addOIDCScope(scope: string): void;
    addOIDCClaims(claims: readonly string[]): void;
    save(): Promise<string>;
  }

  export interface Context {
    body: string;
    set(header: string, value: string): void;
    readonly oidc: {
      readonly client: { readonly clientId: string };
      readonly session: { readonly accountId: string };
      readonly params: { readonly scope?: string };
      /** What the interaction that was just finished came to. */
      readonly result?: { readonly login?: object };
    };
  }

  export class Check {
    constructor(reason: string, description: string, check: (context: Context) => boolean);
  }

  export interface Policy {
    get(prompt: "login" | "consent"): { readonly checks: { add(check: Check): void } };
  }

  export const interactionPolicy: { readonly Check: typeof Check; readonly base: () => Policy };

  export class Provider {
    constructor(issuer: string, configuration: Record<string, unknown>);
    readonly Grant: new (of: { clientId: string; accountId: string }) => GrantRecord;
    callback(): RequestListener;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Interaction>;
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: Record<string, unknown>,
      options?: { mergeWithLastSubmission?: boolean },
    ): Promise<void>;
  }
}
