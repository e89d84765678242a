import { defineConfig, type Options } from "tsup";

type Config = ReturnType<typeof defineConfig>;

/** The one build every published package has: ESM, CommonJS and types. */
export function library(entry: string[], more: Options = {}): Config {
  return defineConfig({
    tsconfig: "tsconfig.build.json",
    entry,
    format: ["esm", "cjs"],
    dts: true,
    clean: true,
    sourcemap: true,
    target: "es2022",
    platform: "neutral",
    treeshake: true,
    splitting: true,
    ...more,
  });
}
