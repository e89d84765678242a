/** The API as parts, for whoever runs it: the process in main.ts, the demo, the tests. */
export { createApp } from "./app.ts";
export { publicLogKey } from "./flows/log-keys.ts";
export { createLog } from "./log.ts";
export { oidcAuthenticator } from "./identity/oidc-authenticator.ts";
export { Pseudonyms } from "./identity/pseudonyms.ts";
export { serve } from "./serve.ts";
export { openStore } from "./store/open-store.ts";

export type { App } from "./app.ts";
export type { Clock } from "./clock.ts";
export type { Deps } from "./deps.ts";
export type { Authenticator, Claims, Login, PendingLogin } from "./identity/authenticator.ts";
export type { ClaimMapping } from "./identity/claim-mapping.ts";
export type { EidSettings } from "./identity/eid.ts";
export type { OidcSettings } from "./identity/oidc-authenticator.ts";
export type { Role } from "./identity/roles.ts";
export type { SessionSettings } from "./identity/session.ts";
export type { Running } from "./serve.ts";
export type { Controller, Store } from "./store/store.ts";
