/** The API, by the routes the form may use: a wrong address, body or answer does not compile. Faults are ApiProblems. */
import type { FormApi } from "@tillit/api-contract/client";
import { request } from "@tillit/web-kit";
import { hc } from "hono/client";

export const { api } = hc<FormApi>("/", { fetch: request });
