/** Every key document there has been stands in one public log: a key made for one person alone would show, or not be in it. */
import { execFile } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { parseVerifier, verifyCheckpoint } from "@tillit/audit-chain";
import { leafHash, verifyConsistency, verifyInclusion } from "@tillit/merkle-tree";
import { contentHash } from "@tillit/canonical-json";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { keepKeyLog, keyLog } from "../../src/keys/key-log.ts";
import { engines, freshDatabase } from "../setup/databases.ts";
import { bytesOf, harness, privateProvider, publicAuthority, type Harness } from "../setup/harness.ts";
import { controllerKeys, type ControllerKeys } from "../setup/sealing.ts";

const cli = fileURLToPath(new URL("../../../../packages/cli/src/main.ts", import.meta.url));

interface Proof {
  readonly index: number;
  readonly entry: string;
  readonly size: number;
  readonly proof: string[];
  readonly checkpoint: string;
  readonly key: string;
}

describe.each(engines)("the public log of key documents on %s", (engine) => {
  let h: Harness;
  beforeEach(async () => {
    h = await harness({ url: await freshDatabase(engine) });
  });
  afterEach(() => h.close());

  const get = async <T>(path: string): Promise<T> => (await (await h.get(path)).json()) as T;

  async function rotate(): Promise<ControllerKeys> {
    const { root } = h.keys[publicAuthority] as ControllerKeys;
    const next = await controllerKeys(publicAuthority, h.now.toISOString(), { seq: 2, root });
    const custodian = await h.login("key-custodian", publicAuthority);
    expect((await h.post("/api/desk/keys", { document: next.document }, custodian)).status).toBe(201);
    return next;
  }

  function holds({ index, entry, size, proof, checkpoint, key }: Proof): boolean {
    const { root } = verifyCheckpoint(checkpoint, parseVerifier(key));
    const claim = { index, size, root, proof: proof.map(bytesOf) };
    return verifyInclusion({ ...claim, leafHash: leafHash(Buffer.from(entry)) });
  }

  test("has what was registered, and the served document is provably the one in it", async () => {
    const { document } = await get<{ document: object }>(`/api/controllers/${publicAuthority}/keys`);
    const found = await get<Proof>(`/api/keys/inclusion?controller=${publicAuthority}`);
    expect(holds(found)).toBe(true);
    const { data } = JSON.parse(found.entry) as { data: { digest: string; document: object; seq: number } };
    expect(data).toMatchObject({ seq: 1, digest: contentHash(document), document });
    expect(holds({ ...found, entry: found.entry.replace(data.digest, "0".repeat(64)) })).toBe(false);
    expect((await h.get("/api/keys/inclusion?controller=nobody")).status).toBe(404);
    expect((await h.get(`/api/keys/inclusion?controller=${publicAuthority}&seq=9`)).status).toBe(404);
  });

  test("goes on from where it was when keys are rotated, and asking twice adds nothing", async () => {
    const before = await get<{ size: number; checkpoint: string; key: string }>("/api/keys/checkpoint");
    expect(before.size).toBe(2);
    expect(await get("/api/keys/checkpoint")).toStrictEqual(before);
    await rotate();
    const after = await get<typeof before>("/api/keys/checkpoint");
    expect(after).toMatchObject({ size: 3, key: before.key });
    const verifier = parseVerifier(before.key);
    const [first, second] = [before, after].map(({ checkpoint }) => verifyCheckpoint(checkpoint, verifier));
    const kept = await get<{ proof: string[] }>("/api/keys/consistency?first=2&second=3");
    if (first === undefined || second === undefined) throw new Error("unreachable");
    expect(verifyConsistency({ first, second, proof: kept.proof.map(bytesOf) })).toBe(true);
    expect(holds(await get<Proof>(`/api/keys/inclusion?controller=${publicAuthority}&seq=1`))).toBe(true);
    const { entries, next } = await get<{ entries: { index: number; entry: string }[]; next: number }>(
      "/api/keys/entries?from=2",
    );
    expect([entries.length, next]).toStrictEqual([1, 3]);
    expect(JSON.parse(entries[0]?.entry ?? "")).toMatchObject({ data: { seq: 2 } });
  });

  test("two processes that enter the same documents at once enter them once", async () => {
    await Promise.all([1, 2, 3, 4].map(() => keepKeyLog(h.deps)));
    expect(await h.store.read(keyLog, (unit) => unit.log.size())).toBe(2);
  });

  test("verifies on the command line, with pins and with the document that the form was given", async () => {
    await rotate();
    const folder = mkdtempSync(join(tmpdir(), "tillit-keys-"));
    const file = (name: string, text: string): string => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const log = file("keys.ndjson", await (await h.get("/api/keys/log")).text());
    const { key } = await get<{ key: string }>("/api/keys/checkpoint");
    const pins = Object.fromEntries(
      [publicAuthority, privateProvider].map((id) => {
        const root = Buffer.from((h.keys[id] as ControllerKeys).root.publicKey).toString("base64url");
        return [id, { roots: [root], threshold: 1 }];
      }),
    );
    const served = await (await h.get(`/api/controllers/${publicAuthority}/keys`)).text();
    const args = ["--conditions=@tillit/source", cli, "keys", "verify", log, "--key", key];
    args.push("--pins", file("config.json", JSON.stringify({ pins })));
    args.push("--document", file("document.json", served));
    const { stdout } = await promisify(execFile)(process.execPath, args);
    expect(JSON.parse(stdout)).toMatchObject({
      valid: true,
      size: 3,
      document: { controller: publicAuthority, seq: 2, newest: true },
      controllers: { [privateProvider]: { seq: 1, pinned: true } },
    });
  });

  test("belongs to no controller: nobody's own log has it, and it has nobody's", async () => {
    await keepKeyLog(h.deps);
    await h.submitted();
    const own = await h.store.read(publicAuthority, (unit) => unit.log.entries(0, 10));
    expect(own.map(({ entry }) => entry).join()).not.toContain("KeyDocumentPublished");
    const keys = await h.store.read(keyLog, (unit) => unit.log.entries(0, 10));
    expect(keys).toHaveLength(2);
    expect((await h.get(`/api/controllers/${encodeURIComponent(keyLog)}/keys`)).status).toBe(400);
  });
});
