import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { temporaryFolder } from "./scripts/temporary-folder.ts";

process.env["TMPDIR"] = temporaryFolder();
// Programs that tests start from their sources are compiled once.
process.env["NODE_COMPILE_CACHE"] = join(import.meta.dirname, "node_modules", ".cache", "compiled");

export default defineConfig({
  test: {
    projects: ["packages/*/vitest.config.ts", "apps/*/vitest.config.ts"],
    reporters: ["default", "./scripts/summary-reporter.ts"],
    coverage: {
      provider: "v8",
      include: ["**/src/**"],
      exclude: ["apps/e2e/**"],
      reporter: ["text-summary", "json-summary"],
    },
  },
});
