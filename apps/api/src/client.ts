/** A typed client: wrong routes and wrong bodies do not compile. */
import { hc } from "hono/client";
import type { App } from "./app.ts";

export type Client = ReturnType<typeof hc<App>>;

export const client = (...args: Parameters<typeof hc>): Client => hc<App>(...args);
