/**
 * What a page loads. A bundle is what the exports that the page uses import at once, minified and gzipped (esbuild);
 * what stands in for missing parts of the platform are chunks of their own, fetched where they are missing.
 */
import { build } from "esbuild";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

/** Bytes after gzip. */
export interface BundleSize {
  /** Always loaded: all that a browser with native X-Wing needs, or a page that uses X25519 only. */
  readonly without: number;
  /** With the chunk that browsers with WebCrypto but without X-Wing load. */
  readonly withXwing: number;
  /** With every chunk, as a page without WebCrypto (an insecure origin) needs them. */
  readonly allInScript: number;
  /** The source files of what is always loaded. */
  readonly inputs: readonly string[];
}

const root = fileURLToPath(new URL("../", import.meta.url));

/** The size of what these exports need. */
export async function bundleSize(names: readonly string[]): Promise<BundleSize> {
  const list = names.length === 0 ? "*" : `{ ${names.join(", ")} }`;
  const { metafile, outputFiles } = await build({
    stdin: { contents: `export ${list} from "./src/index.ts"`, resolveDir: root, loader: "ts" },
    bundle: true,
    conditions: ["@tillit/source"],
    format: "esm",
    metafile: true,
    minify: true,
    outdir: "out",
    splitting: true,
    write: false,
  });
  const sizes = new Map(
    Object.keys(metafile.outputs).map((path) => {
      const file = outputFiles.find((output) => output.path.replaceAll("\\", "/").endsWith(path));
      return [path, gzipSync(file?.contents ?? new Uint8Array(), { level: 9 }).length] as const;
    }),
  );
  /** Everything that a chunk imports at once. */
  const loaded = (path: string): string[] => [
    path,
    ...(metafile.outputs[path]?.imports ?? [])
      .filter(({ kind }) => kind === "import-statement")
      .flatMap((imported) => loaded(imported.path)),
  ];
  const sum = (paths: readonly string[]): number =>
    [...new Set(paths)].reduce((total, path) => total + (sizes.get(path) ?? 0), 0);
  const entry = [...new Set(loaded("out/stdin.js"))];
  const xwing = [...sizes.keys()].filter((path) => path.includes("xwing")).flatMap((path) => loaded(path));
  return {
    without: sum(entry),
    withXwing: sum([...entry, ...xwing]),
    allInScript: sum([...sizes.keys()]),
    inputs: entry.flatMap((path) => Object.keys(metafile.outputs[path]?.inputs ?? {})),
  };
}

/** The uses that are measured. */
export const uses: Readonly<Record<string, readonly string[]>> = {
  "seals (`seal`, `Receipt`, `verifyKeyDocument`)": ["seal", "Receipt", "verifyKeyDocument", "EnvelopeError"],
  "opens (`verify`, `open`, `decapsulatorFromSeed`)": [
    "verify",
    "open",
    "decapsulatorFromSeed",
    "EnvelopeError",
  ],
  "does both, as a caseworker's does": [
    "seal",
    "open",
    "verify",
    "verifyKeyDocument",
    "decapsulatorFromSeed",
    "publicKeyFromSeed",
    "Receipt",
    "memorySink",
    "fromBase64Url",
    "toBase64Url",
    "EnvelopeError",
  ],
  "imports everything of the main entry point": [],
};
