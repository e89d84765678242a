import { copyFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { defineConfig } from "tsup";

export default defineConfig({
  entry: ["src/main.ts", "src/index.ts"],
  format: ["esm"],
  clean: true,
  sourcemap: true,
  target: "node24",
  platform: "node",
  async onSuccess() {
    // All that is deployed of the reference one can browse.
    const folder = dirname(createRequire(import.meta.url).resolve("@scalar/api-reference"));
    await copyFile(join(folder, "browser", "standalone.js"), "dist/scalar.js");
  },
});
