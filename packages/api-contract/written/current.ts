/** The contract as its routes stand now, formatted as the repository is. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openApiDocument } from "../src/document.ts";
import { contractText, type OpenApi } from "./contract-text.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

export const contractFile: string = fileURLToPath(new URL("contract.ts", import.meta.url));

export function currentContract(): string {
  const document: OpenApi = JSON.parse(JSON.stringify(openApiDocument()));
  const folder = mkdtempSync(join(tmpdir(), "tillit-contract-"));
  try {
    const file = join(folder, "contract.ts");
    writeFileSync(file, contractText(document));
    const settings = join(root, ".oxfmtrc.json");
    execFileSync(join(root, "node_modules/.bin/oxfmt"), ["--config", settings, file], { cwd: folder });
    return readFileSync(file, "utf8");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
