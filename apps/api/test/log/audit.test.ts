/** The log can be checked by anyone who has the export; whatever is done to a row in the database shows. */
import { execFile } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import Sqlite from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  beginLog,
  endLog,
  nextLogLine,
  parseVerifier,
  verifyCheckpoint,
  type LogVerdict,
} from "@tillit/audit-chain";
import { leafHash, verifyConsistency, verifyInclusion } from "@tillit/merkle-tree";
import { bytesOf, harness, ownToken, publicAuthority, type Harness, type Staff } from "../setup/harness.ts";

const cli = fileURLToPath(new URL("../../../../packages/cli/src/main.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "tillit-audit-"));
let h: Harness;
let officer: Staff;
let known: string;
let key: string;

beforeAll(async () => {
  h = await harness();
  officer = await h.login("privacy-officer", publicAuthority);
  const caseworker = await h.login("caseworker", publicAuthority);
  for (let n = 0; n < 3; n += 1) {
    const one = await h.submitted();
    await h.get(`/api/desk/applications/${one.record}/envelope`, caseworker);
  }
  const made = await h.get("/api/desk/audit/checkpoint", officer);
  ({ checkpoint: known, key } = (await made.json()) as { checkpoint: string; key: string });
});
afterAll(() => h.close());

async function exported(): Promise<string> {
  return (await h.get("/api/desk/audit/log", officer)).text();
}

function verdict(text: string): LogVerdict {
  const verifiers = [parseVerifier(key)];
  const checkpoint = verifyCheckpoint(known, ...verifiers);
  const lines = text.split("\n").slice(0, -1);
  return endLog(lines.reduce(nextLogLine, beginLog({ verifiers, known: checkpoint })));
}

describe("the exported log", () => {
  test("verifies, in the package and on the command line", async () => {
    const text = await exported();
    expect(verdict(text)).toMatchObject({ ok: true, origin: `tillit/${publicAuthority}`, size: 10 });
    const file = join(folder, "log.ndjson");
    writeFileSync(file, text);
    const run = await promisify(execFile)(process.execPath, [
      "--conditions=@tillit/source",
      cli,
      "audit",
      "verify",
      file,
    ]);
    expect(run.stdout).toContain("10");
  });

  test.each([
    [
      "a changed entry",
      "update events set entry = replace(entry, 'ContentAccessed', 'ContentIgnored') where seq = 2",
    ],
    ["a removed entry", "delete from events where seq = 4"],
    ["a log cut short", "delete from events where seq >= 7"],
    [
      "two entries swapped",
      "update events set entry = case seq when 2 then (select entry from events where seq = 5) else entry end",
    ],
    ["a log cut short with its head", "delete from events where seq >= 8; update chain_heads set size = 8"],
  ])("%s shows", async (_name, statement) => {
    const file = join(h.folder, "tillit.db");
    const copy = join(folder, "copy.db");
    const database = new Sqlite(file);
    await database.backup(copy);
    database.exec(statement);
    const text = await exported();
    expect(verdict(text)).toMatchObject({ ok: false });
    // Mend it again from the copy, for the next row of the table.
    database.exec(`attach '${copy}' as good; delete from events; insert into events select * from good.events;
      delete from chain_heads; insert into chain_heads select * from good.chain_heads; detach good;`);
    database.close();
    expect(verdict(await exported())).toMatchObject({ ok: true });
  });

  test("gives proofs of inclusion and consistency that hold against signed checkpoints", async () => {
    const first = verifyCheckpoint(known, parseVerifier(key));
    const staff = await h.login("caseworker", publicAuthority);
    const one = await h.submitted();
    await h.get(`/api/desk/applications/${one.record}/envelope`, staff);
    const now = (await (await h.get("/api/desk/audit/checkpoint", officer)).json()) as { checkpoint: string };
    const second = verifyCheckpoint(now.checkpoint, parseVerifier(key));
    const kept = (await (
      await h.get(`/api/desk/audit/consistency?first=${first.size}&second=${second.size}`, officer)
    ).json()) as { proof: string[] };
    expect(
      verifyConsistency({
        first: { size: first.size, root: first.root },
        second: { size: second.size, root: second.root },
        proof: kept.proof.map(bytesOf),
      }),
    ).toBe(true);
    const [{ entry } = { entry: "" }] = await h.store.read(publicAuthority, (unit) => unit.log.entries(2, 1));
    const shown = (await (
      await h.get(`/api/desk/audit/inclusion?index=2&size=${second.size}`, officer)
    ).json()) as { proof: string[] };
    const claim = { index: 2, size: second.size, root: second.root, proof: shown.proof.map(bytesOf) };
    expect(verifyInclusion({ ...claim, leafHash: leafHash(Buffer.from(entry)) })).toBe(true);
    expect((await h.get("/api/desk/audit/inclusion?index=99&size=100", officer)).status).toBe(404);
  });
});

describe("who has read", () => {
  test("the reviewer sees person's pseudonym, activity and purpose; the applicant sees role and time", async () => {
    const staff = await h.login("caseworker", publicAuthority);
    const one = await h.submitted();
    await h.get(`/api/desk/applications/${one.record}/envelope`, staff);
    const reviewed = (await (await h.get("/api/desk/audit/accesses?from=0", officer)).json()) as {
      next: number;
      accesses: { record: string; by: string; activity: string; purpose: string }[];
    };
    expect(reviewed.accesses.find(({ record }) => record === one.record)).toMatchObject({
      by: expect.stringMatching(/^caseworker:[0-9a-f]{16}$/),
      activity: `${publicAuthority}/application`,
      purpose: "handling",
    });
    const path = `/api/mine/applications/${one.receipt.app}/envelopes/${one.record}/accesses`;
    const own = await h.app.request(path, { headers: { authorization: `Bearer ${await ownToken(h, one)}` } });
    expect(await own.json()).toStrictEqual({
      accesses: [{ at: "2026-11-23T09:30:00Z", role: "caseworker", part: "envelope", purpose: "handling" }],
    });
  });
});
