/** The API as parts, for whoever runs it: the process in main.ts, the demo, the tests. */
export { createApp } from "./app.ts";
export { publicLogKey } from "./log/log-keys.ts";
export { createLog } from "./log.ts";
export { oidcAuthenticator, Pseudonyms } from "@tillit/login";
export { serve } from "./serve.ts";
export { openStore } from "@tillit/record-store";

export type { App } from "./app.ts";
export type { Role } from "@tillit/api-contract/ground/roles";
export type { Clock } from "./clock.ts";
export type { Deps } from "./deps.ts";
export type {
  Authenticator,
  Claims,
  ClaimMapping,
  EidSettings,
  Login,
  OidcSettings,
  PendingLogin,
  SessionSettings,
} from "@tillit/login";
export type { Running } from "./serve.ts";
export type { Controller, Store } from "@tillit/record-store";
