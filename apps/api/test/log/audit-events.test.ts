/** The exported log with reviews, holds, a hand-over of keys and a disposal in it: it verifies, and a change of any of them shows. */
import { execFile } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import Sqlite from "better-sqlite3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { handOverLogKey } from "../../src/log/log-keys.ts";
import { createApp, type App } from "../../src/index.ts";
import { approvedList, closedCase } from "../setup/closed.ts";
import { harness, publicAuthority, type Harness, type Staff } from "../setup/harness.ts";
import { wordsAbout } from "../setup/words.ts";

const cli = fileURLToPath(new URL("../../../../packages/cli/src/main.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "tillit-events-"));
let h: Harness;
let renewed: App;
let key: string;
let officer: Staff;

const checkpointKey = async (app: Pick<App, "request">): Promise<string> => {
  const made = await app.request("/api/desk/audit/checkpoint", { headers: { cookie: officer.cookie } });
  return ((await made.json()) as { key: string }).key;
};

beforeAll(async () => {
  h = await harness({ more: { logSecret: "a".repeat(40) } });
  await closedCase(h, publicAuthority);
  const kept = await closedCase(h, publicAuthority);
  h.now = new Date("2026-11-24T09:30:00Z");
  officer = await h.login("privacy-officer", publicAuthority);
  key = await checkpointKey(h.app);
  const drawn = await h.post("/api/desk/audit/reviews", {}, officer);
  const { id } = (await drawn.json()) as { id: string };
  const path = `/api/desk/audit/reviews/${id}`;
  const { accesses } = (await (await h.get(path, officer)).json()) as { accesses: { seq: number }[] };
  for (const { seq } of accesses) await h.post(`${path}/accesses/${seq}`, { verdict: "in-order" }, officer);
  expect((await h.post(`${path}/signature`, {}, officer)).status).toBe(200);
  const hold = crypto.randomUUID();
  const words = await wordsAbout(h, { controller: publicAuthority, purpose: "retention-hold", id: hold });
  const scope = { kind: "record", of: kept.record };
  await h.post("/api/desk/holds", { id: hold, ground: "appeal", scope, words }, officer);
  const deps = { ...h.deps, logSecret: "b".repeat(40), previousLogSecrets: ["a".repeat(40)] };
  expect(await handOverLogKey(deps, publicAuthority, { dryRun: false })).toMatchObject({ changes: true });
  renewed = createApp(deps);
  const list = await approvedList(h, publicAuthority);
  const { cookie, csrf } = await h.login("decision-maker", publicAuthority);
  const headers = { cookie, "x-csrf-token": csrf, "content-type": "application/json", "content-length": "2" };
  const done = await renewed.request(`/api/desk/disposals/${list}/execution`, {
    method: "POST",
    headers,
    body: "{}",
  });
  expect(await done.json()).toMatchObject({ status: "executed", items: [{ result: "gone" }] });
  officer = await h.login("privacy-officer", publicAuthority);
});
afterAll(() => h.close());

async function verified(): Promise<Record<string, unknown>> {
  const answer = await renewed.request("/api/desk/audit/log", { headers: { cookie: officer.cookie } });
  const file = join(folder, "log.ndjson");
  writeFileSync(file, await answer.text());
  const args = ["--conditions=@tillit/source", cli, "audit", "verify", file, "--key", key, "--events"];
  const run = await promisify(execFile)(process.execPath, args).catch((error: unknown) => {
    return error as { readonly stdout: string };
  });
  return JSON.parse(run.stdout) as Record<string, unknown>;
}

test("verifies from the old key to the new, and tells what is in it", async () => {
  expect(await verified()).toMatchObject({
    valid: true,
    handedOverTo: [await checkpointKey(renewed)],
    reviews: { drawn: 1, signed: 1 },
    holds: { placed: 1, standing: 1 },
    disposed: 1,
  });
});

test.each([
  [
    "a verdict",
    "update events set entry = replace(entry, 'in-order', 'reported') where type = 'AccessJudged'",
  ],
  [
    "a signature of a review",
    "update events set entry = replace(entry, 'sample', 'simple') where type = 'ReviewSigned'",
  ],
  [
    "the ground of a hold",
    "update events set entry = replace(entry, 'appeal', 'damage') where type = 'HoldPlaced'",
  ],
  ["the hold itself", "delete from events where type = 'HoldPlaced'"],
  [
    "the hand-over",
    "update events set entry = replace(entry, '\"to\":', '\"ot\":') where type = 'LogKeyHandedOver'",
  ],
])("shows when %s has been changed", async (_name, statement) => {
  const file = join(h.folder, "tillit.db");
  const copy = join(folder, "copy.db");
  const database = new Sqlite(file);
  await database.backup(copy);
  expect(database.prepare(statement).run().changes).toBeGreaterThan(0);
  expect(await verified()).toMatchObject({ valid: false });
  database.exec(
    `attach '${copy}' as good; delete from events; insert into events select * from good.events; detach good;`,
  );
  database.close();
});
