/** The subject can show who answered: an entry of the controller's log names the answer, with proof and signature. */
import { followHandovers, parseVerifier, verifyCheckpoint, type Checkpoint } from "@tillit/audit-chain";
import { leafHash, verifyInclusion } from "@tillit/merkle-tree";
import { verify, type Dsse } from "@tillit/crypto-envelope";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { destroyExports } from "../../src/answers/destroy-exports.ts";
import { handOverLogKey } from "../../src/log/log-keys.ts";
import { createApp, publicLogKey } from "../../src/index.ts";
import { engines, freshDatabase } from "../setup/databases.ts";
import { bytesOf, harness, privateProvider, publicAuthority, type Harness } from "../setup/harness.ts";
import { answeredRequest, asApplicant, askWithKeys } from "../setup/request-desk.ts";
import type { SealedPackage } from "../setup/sealing.ts";

interface Proof {
  readonly controller: string;
  readonly index: number;
  readonly size: number;
  readonly entry: string;
  readonly proof: readonly string[];
  readonly checkpoint: string;
  readonly key: string;
  readonly handovers: readonly { readonly checkpoint: string; readonly consistency: readonly string[] }[];
}

function holds({ index, size, entry, proof }: Proof, { root }: Checkpoint): boolean {
  const leaf = leafHash(new TextEncoder().encode(entry));
  return verifyInclusion({ index, size, root, proof: proof.map(bytesOf), leafHash: leaf });
}

describe.each(engines)("the proof of an answer on %s", (engine) => {
  let h: Harness;
  let of: SealedPackage;

  const proofOf = (request: string, by = of): Promise<Response> =>
    asApplicant(h, by, "GET", `/api/mine/requests/${request}/export/proof`);

  beforeEach(async () => {
    h = await harness({ url: await freshDatabase(engine) });
    of = await h.submitted();
  });
  afterEach(() => h.close());

  test("binds the sealed answer to the log of the controller, under a key that is known beforehand", async () => {
    const { request } = await answeredRequest(h, publicAuthority, of);
    const answer = await asApplicant(h, of, "GET", `/api/mine/requests/${request}/export`);
    const { manifest } = (await answer.json()) as { manifest: Dsse };
    const { digest } = verify(manifest, {
      app: of.receipt.app,
      controller: publicAuthority,
      purpose: `data-subject-export/${request}`,
      schemas: ["export/1"],
    });
    const proof = (await (await proofOf(request)).json()) as Proof;
    expect(proof.key).toBe(publicLogKey(h.deps, publicAuthority));
    const checkpoint = verifyCheckpoint(proof.checkpoint, parseVerifier(proof.key));
    expect(checkpoint).toMatchObject({ origin: `tillit/${publicAuthority}`, size: proof.size });
    expect(holds(proof, checkpoint)).toBe(true);
    expect(JSON.parse(proof.entry)).toMatchObject({
      controller: publicAuthority,
      type: "AnswerAttested",
      by: "system",
      data: { request, envelope: Buffer.from(digest).toString("base64url"), package: "a".repeat(64) },
    });
    const changed = { ...proof, entry: proof.entry.replace(request, `r-${"0".repeat(20)}`) };
    expect(holds(changed, checkpoint)).toBe(false);
    expect(proof.key).not.toBe(publicLogKey(h.deps, privateProvider));
  });

  test("leads from the key that was known to the one that the log has been handed over to since", async () => {
    const { request } = await answeredRequest(h, publicAuthority, of);
    const { key: known } = (await (await proofOf(request)).json()) as Proof;
    const next = {
      ...h.deps,
      logSecret: "n".repeat(40),
      previousLogSecrets: [h.deps.logSecret],
    };
    await handOverLogKey(next, publicAuthority, { dryRun: false });
    const served = await asApplicant(
      { ...h, app: createApp(next) },
      of,
      "GET",
      `/api/mine/requests/${request}/export/proof`,
    );
    const proof = (await served.json()) as Proof;
    expect(proof.key).not.toBe(known);
    const chain = {
      origin: `tillit/${publicAuthority}`,
      verifiers: [parseVerifier(known)],
      checkpoint: proof.checkpoint,
    };
    const handovers = proof.handovers.map(({ checkpoint, consistency }) => ({
      checkpoint,
      consistency: consistency.map(bytesOf),
    }));
    const led = followHandovers({ ...chain, handovers });
    expect(led).toMatchObject({ ok: true, signedBy: [parseVerifier(proof.key)] });
    expect(led.ok && holds(proof, led.checkpoint)).toBe(true);
    expect(followHandovers({ ...chain, handovers: [] })).toMatchObject({ ok: false });
  });

  test("holds under a later checkpoint too, and names nobody of the staff", async () => {
    const { request } = await answeredRequest(h, publicAuthority, of);
    const first = (await (await proofOf(request)).json()) as Proof;
    await h.submitted();
    const later = (await (await proofOf(request)).json()) as Proof;
    expect(later.size).toBeGreaterThan(first.size);
    expect(later.entry).toBe(first.entry);
    expect(holds(later, verifyCheckpoint(later.checkpoint, parseVerifier(later.key)))).toBe(true);
    expect(later.entry).not.toMatch(/caseworker|decision-maker|reviewer/);
  });

  test("is there for the subject of that answer only, and as long as the answer waits", async () => {
    const asked = await askWithKeys(h, of);
    expect((await proofOf(asked)).status).toBe(404);
    const other = await h.submitted();
    const { request } = await answeredRequest(h, publicAuthority, of);
    expect((await proofOf(request, other)).status).toBe(404);
    h.now = new Date(h.now.getTime() + 31 * 86_400_000);
    expect([404, 410]).toContain((await proofOf(request)).status);
    await destroyExports(h.deps, publicAuthority);
    expect((await proofOf(request)).status).toBe(404);
  });
});
