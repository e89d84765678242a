/** `pnpm --filter @tillit/api-contract contract`: writes contract.ts anew after a route has changed. */
import { writeFileSync } from "node:fs";
import { contractFile, currentContract } from "./current.ts";

writeFileSync(contractFile, currentContract());
