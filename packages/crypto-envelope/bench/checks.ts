/** What a server does with everything that arrives: signatures and hashes, by the main entry point and by `./node`. */
import * as index from "../src/index.ts";
import * as node from "../src/node.ts";
import { verifyProof } from "../src/statements.ts";
import { blobOf, expected, pattern, sealedCase } from "../test/situation.ts";
import { median, table } from "./table.ts";

const platform = { ...index, verifyProof };

const mebibyte = 1024 * 1024;

/** Medians of the checks, in turn, in milliseconds. */
export async function checks(rounds: number): Promise<string> {
  const texts = Array.from({ length: 5 }, (_, at) => ({
    id: `s${at}`,
    class: "ordinary",
    data: pattern(900),
  }));
  const file = { id: "file-1", class: "attachment", data: new Uint8Array(16 * mebibyte).fill(7) };
  const { blobs, receipt, sealed } = await sealedCase([...texts, file]);
  const verified = platform.verify(sealed.manifest, expected);
  const blob = blobOf(blobs, "file-1");
  const [nonce, origin] = [pattern(16), "https://example.org"];
  const proof = receipt.prove(verified.cid, nonce, origin);
  const asked = { applicant: verified.applicant, cid: verified.cid, nonce, origin, proof };
  const runs: readonly [
    string,
    number,
    (by: Pick<typeof node, "verify" | "verifyBlob" | "verifyProof">) => unknown,
  ][] = [
    ["`verify`, a manifest of six sections", 20, (by) => by.verify(sealed.manifest, expected)],
    ["`verifyProof`", 20, (by) => by.verifyProof(asked)],
    ["`verifyBlob`, 16 MiB", 1, (by) => by.verifyBlob(verified, "file-1", blob)],
  ];
  const rows: string[][] = [];
  for (const [what, count, run] of runs) {
    const times: [number[], number[]] = [[], []];
    for (let round = -1; round < rounds; round += 1) {
      for (const [at, by] of [platform, node].entries()) {
        const start = performance.now();
        for (let turn = 0; turn < count; turn += 1) await run(by);
        if (round >= 0) times[at]?.push((performance.now() - start) / count);
      }
    }
    const [one, two] = times.map((list) => median(list));
    rows.push([what, (one ?? 0).toFixed(2), (two ?? 0).toFixed(2), ((two ?? 0) / (one ?? 1)).toFixed(2)]);
  }
  return table(["check", "ms", "ms by `./node`", "ratio"], rows);
}
