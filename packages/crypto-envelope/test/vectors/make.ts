/** Writes spec/vectors/*.json. Repeatable: the same sources give the same bytes. `--check` compares instead. */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { VectorCase } from "./case.ts";
import { negativeBlobCases } from "./negative-blob.ts";
import { negativeContextCases, negativeKeyringCases } from "./negative-keyring.ts";
import { negativeManifestCases } from "./negative-manifest.ts";
import { negativeEdgeCases } from "./negative-edges.ts";
import { negativePointCases } from "./negative-points.ts";
import { objectFiles } from "./objects/make.ts";
import { positiveCases } from "./positive.ts";
import { positiveEdgeCases } from "./positive-edges.ts";

const folder = fileURLToPath(new URL("../../spec/vectors/", import.meta.url));

/** Every vector file: name to text. */
export async function vectorFiles(): Promise<Record<string, string>> {
  const sets: [string, Record<string, VectorCase[]>][] = [
    ["positive", await positiveCases()],
    ["positive", { edges: await positiveEdgeCases() }],
    ["negative", await negativeManifestCases()],
    ["negative", { points: await negativePointCases() }],
    ["negative", await negativeKeyringCases()],
    ["negative", { context: await negativeContextCases() }],
    ["negative", await negativeBlobCases()],
    ["negative", { edges: await negativeEdgeCases() }],
  ];
  return Object.fromEntries(
    sets.flatMap(([kind, files]) =>
      Object.entries(files).map(([name, cases]) => [
        `${kind}-${name}.json`,
        `${JSON.stringify({ format: "CE1", kind, cases }, undefined, 1)}\n`,
      ]),
    ),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const check = process.argv.includes("--check");
  for (const [under, files] of [
    [folder, await vectorFiles()],
    [`${folder}objects/`, await objectFiles()],
  ] as const) {
    mkdirSync(under, { recursive: true });
    const stale = readdirSync(under).filter((name) => name.endsWith(".json") && files[name] === undefined);
    for (const [name, text] of Object.entries(files)) {
      if (!check) writeFileSync(under + name, text);
      else if (readFileSync(under + name, "utf8") !== text) stale.push(name);
    }
    process.stdout.write(`${Object.keys(files).length} files, ${stale.length} differ\n`);
    if (stale.length > 0) process.exitCode = 1;
  }
}
