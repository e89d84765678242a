import { defineConfig } from "vitest/config";

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
