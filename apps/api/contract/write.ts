/** `pnpm --filter @tillit/api contract`: writes contract.ts anew after a route has changed. */
import { writeFileSync } from "node:fs";
import { harness } from "../test/setup/harness.ts";
import type { OpenApi } from "./contract-text.ts";
import { contractFile, currentContract } from "./current.ts";

const h = await harness();
try {
  const document = (await (await h.get("/api/openapi.json")).json()) as OpenApi;
  writeFileSync(contractFile, currentContract(document));
} finally {
  await h.close();
}
