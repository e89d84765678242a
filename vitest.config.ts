import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: ["packages/*/vitest.config.ts", "apps/*/vitest.config.ts"],
    // Two processors are two workers; left to itself, Vitest keeps one for itself, and the whole run takes twice as long.
    maxWorkers: "100%",
    reporters: ["default", "./scripts/summary-reporter.ts"],
    coverage: {
      provider: "v8",
      include: ["**/src/**"],
      exclude: ["apps/e2e/**"],
      reporter: ["text-summary", "json-summary"],
    },
  },
});
