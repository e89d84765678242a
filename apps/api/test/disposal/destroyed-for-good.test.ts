/** What is destroyed stays so: through crashes, an older file put back, a journal that fails, a restore that breaks off. */
import { spawn } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Sqlite from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  connect,
  fileJournal,
  openStore,
  readJournal,
  readWholeJournal,
  restoreBackup,
  type ErasureJournal,
} from "@tillit/record-store";
import { backup, restore } from "../../src/commands/backup.ts";
import { runCommand } from "../../src/commands/run.ts";
import { takeUpJournal } from "../../src/erasure/reconcile-erasures.ts";
import { jobKinds } from "../../src/work/jobs.ts";
import { freshDatabase } from "../setup/databases.ts";
import { harness, publicAuthority, type Harness } from "../setup/harness.ts";
import { sealedWords, type SealedPackage } from "../setup/sealing.ts";

let h: Harness;
let folder: string;
let url: string;
let journal: string;
let gone: SealedPackage;
let list: string;
/** Replaces parts of the real journal. */
let instead: Partial<ErasureJournal>;

/** The files of the database as they are at this moment: what a crash now would leave. */
function imageOf(name: string): string {
  const image = join(folder, name);
  for (const tail of ["", "-wal"]) {
    if (existsSync(url + tail)) copyFileSync(url + tail, image + tail);
  }
  copyFileSync(journal, `${image}.journal`);
  return image;
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "tillit-for-good-"));
  journal = join(folder, "erasures.ndjson");
  url = await freshDatabase("sqlite");
  instead = {};
  const real = fileJournal(journal);
  const erasures: ErasureJournal = {
    intend: (intent) => instead.intend?.(intent) ?? real.intend(intent),
    settle: (id, as) => instead.settle?.(id, as) ?? real.settle(id, as),
    add: (some) => real.add(some),
    get failing() {
      return real.failing;
    },
  };
  h = await harness({ url, more: { erasures } });
  gone = await h.submitted();
  const staff = await h.login("caseworker", publicAuthority);
  await h.get(`/api/desk/applications/${gone.record}/envelope`, staff);
  for (const [kind, outcome] of [
    ["assessment", "decline"],
    ["decision", "declined"],
  ] as const) {
    const to = h.keys[publicAuthority]?.keys;
    const words = await sealedWords(kind, { controller: publicAuthority, to, app: gone.receipt.app });
    await h.post(`/api/desk/applications/${gone.record}/${kind}`, { outcome, words }, staff);
  }
  h.now = new Date("2029-01-15T10:00:00Z");
  const made = await h.post("/api/desk/disposals", {}, await h.login("caseworker", publicAuthority));
  ({ id: list } = (await made.json()) as { id: string });
  const approver = await h.login("decision-maker", publicAuthority);
  await h.post(`/api/desk/disposals/${list}/review`, { type: "Approve" }, approver);
  h.now = new Date("2029-01-23T10:00:00Z");
});
afterEach(async () => {
  await h.close();
  rmSync(folder, { recursive: true, force: true });
});

const execute = async (): Promise<Response> =>
  h.post(`/api/desk/disposals/${list}/execution`, {}, await h.login("decision-maker", publicAuthority));
const certificate = async (): Promise<Response> =>
  h.get(`/api/desk/disposals/${list}/certificate`, await h.login("decision-maker", publicAuthority));

/** Keys and bytes as they stand in the database. */
async function secretsOf(record: string): Promise<readonly Buffer[]> {
  return h.store.read(publicAuthority, async (unit) => {
    const { slots } = (await unit.envelopes.keyring(record)) as { slots: Record<string, string> };
    const found = Object.values(slots).map((slot) => Buffer.from(slot));
    for (const { id, upload = "" } of await unit.envelopes.sections(record)) {
      found.push(Buffer.from((await unit.envelopes.chunk(record, id, upload, 0)) ?? []));
    }
    return found;
  });
}

function inFiles(secrets: readonly Buffer[]): number {
  const files = ["", "-wal"].filter((tail) => existsSync(url + tail)).map((tail) => readFileSync(url + tail));
  return files.flatMap((file) => secrets.filter((one) => file.includes(one))).length;
}

/** What a start on an image finds, with the journal as it was then or is given. */
async function startOn(image: string, written = `${image}.journal`) {
  const store = await openStore(image);
  const again = await takeUpJournal({ store, erasures: fileJournal(written) }, readWholeJournal(written));
  const here = await store.read(publicAuthority, (unit) => unit.envelopes.get(gone.record));
  await store.close();
  const { open } = readWholeJournal(written);
  return { again, here: here !== undefined, journal: readJournal(written).map(({ record }) => record), open };
}

describe("destroyed keys and bytes", () => {
  test("are in no file of the database when the certificate is there", async () => {
    const secrets = await secretsOf(gone.record);
    expect(secrets.length).toBeGreaterThan(3);
    expect(inFiles(secrets)).toBeGreaterThan(0);
    expect((await execute()).status).toBe(200);
    expect((await certificate()).status).toBe(200);
    expect(inFiles(secrets)).toBe(0);
  });

  test("are certified only when nobody reads from the write-ahead log any more", async () => {
    const secrets = await secretsOf(gone.record);
    const reader = new Sqlite(url, { readonly: true });
    reader.exec("begin");
    reader.prepare("select count(*) from slots").get();
    expect((await execute()).status).toBe(200);
    expect(inFiles(secrets)).toBeGreaterThan(0);
    const waiting = await certificate();
    expect([waiting.status, await waiting.json()]).toMatchObject([409, { code: "CERTIFICATE_PENDING" }]);
    const work = async () => jobKinds["destructions"]?.run(h.deps, publicAuthority);
    expect(await work()).toStrictEqual({ certified: 0, waiting: 1 });
    reader.exec("commit");
    reader.close();
    expect(await work()).toStrictEqual({ certified: 1, waiting: 0 });
    expect((await certificate()).status).toBe(200);
    expect(inFiles(secrets)).toBe(0);
    expect(await work()).toStrictEqual({ certified: 0, waiting: 0 });
  });
});

describe("a crash", () => {
  test("after the intent and before the commit leaves the record, and the intent is dropped", async () => {
    const real = fileJournal(journal);
    let image = "";
    instead.intend = async (intent) => {
      await real.intend(intent);
      image = imageOf("before-commit");
    };
    expect((await execute()).status).toBe(200);
    expect(await startOn(image)).toStrictEqual({ again: 0, here: true, journal: [], open: [] });
  });

  test("after the commit and before the journal says so leaves it destroyed, noted, and to be certified", async () => {
    const real = fileJournal(journal);
    let image = "";
    instead.settle = async (id, as) => {
      if (image === "") image = imageOf("after-commit");
      await real.settle(id, as);
    };
    expect((await execute()).status).toBe(200);
    expect(await startOn(image)).toStrictEqual({ again: 0, here: false, journal: [gone.record], open: [] });
    const store = await openStore(image);
    const deps = { ...h.deps, store, erasures: fileJournal(`${image}.journal`) };
    expect(await jobKinds["destructions"]?.run(deps, publicAuthority)).toStrictEqual({
      certified: 1,
      waiting: 0,
    });
    await store.close();
  });

  test("is told from a database that is older than the intent, where it is destroyed again", async () => {
    const older = imageOf("older");
    instead.settle = () => Promise.reject(new Error("the disk is full"));
    expect((await execute()).status).toBe(200);
    expect(readWholeJournal(journal).open).toHaveLength(1);
    expect(await startOn(older, journal)).toStrictEqual({
      again: 1,
      here: false,
      journal: [gone.record],
      open: [],
    });
  });
});

describe("a journal that cannot be written", () => {
  test("lets nothing be destroyed, says so to whoever asks and at /readyz, and goes on when it can", async () => {
    rmSync(journal);
    mkdirSync(journal);
    const refused = await execute();
    expect([refused.status, await refused.json()]).toMatchObject([503, { code: "JOURNAL_UNWRITABLE" }]);
    expect(await h.store.whereIs(gone.record)).toBeDefined();
    expect((await h.get("/readyz")).status).toBe(503);
    rmSync(journal, { recursive: true });
    await jobKinds["destructions"]?.run(h.deps, publicAuthority);
    expect((await h.get("/readyz")).status).toBe(200);
    expect((await execute()).status).toBe(200);
    expect(readJournal(journal).map(({ record }) => record)).toStrictEqual([gone.record]);
  });
});

describe("a start of the program", () => {
  const settings = (database: string): Record<string, string> => {
    const mapping = join(folder, "claims.json");
    writeFileSync(mapping, JSON.stringify({ require: { acr: "loa3", amr: "mfa" }, rules: [] }));
    return {
      PATH: process.env["PATH"] ?? "",
      DATABASE_URL: `file:${database}`,
      ERASURE_JOURNAL: journal,
      CLAIM_MAPPING: mapping,
      PORT: "0",
      SESSION_SECRET: "session: 0 1 2 3 4 5 6 7 8 9 a b c d e f",
      LOG_SECRET: "log: 0 1 2 3 4 5 6 7 8 9 a b c d e f g h i",
      PSEUDONYM_SECRET: "staff: 0 1 2 3 4 5 6 7 8 9 a b c d e f g",
      OIDC_ISSUER: "https://issuer.example",
      OIDC_CLIENT_ID: "tillit",
      OIDC_CLIENT_SECRET: "secret",
      OIDC_REDIRECT_URI: "https://desk.example/api/auth/callback",
      DESK_URL: "https://desk.example/",
      MY_PAGES_ORIGINS: "https://mine.example",
    };
  };

  /** Until it listens and has been killed, or has ended by itself. */
  const started = (env: Record<string, string>): Promise<{ listening: boolean; said: string }> =>
    new Promise((resolve) => {
      const program = fileURLToPath(new URL("../../src/main.ts", import.meta.url));
      const child = spawn(process.execPath, ["--conditions=@tillit/source", program], { env });
      let listening = false;
      let said = "";
      child.stderr.on("data", (part: Buffer) => (said += part.toString()));
      child.stdout.on("data", (part: Buffer) => {
        if (!part.toString().includes('"listening"')) return;
        listening = true;
        child.kill("SIGKILL");
      });
      child.once("close", () => {
        resolve({ listening, said });
      });
    });

  test("on an older database file has destroyed again what was erased since, before it listens", async () => {
    const older = imageOf("older.db");
    expect((await execute()).status).toBe(200);
    const raw = new Sqlite(older);
    raw.exec("delete from pseudonym_marks");
    raw.close();
    await runCommand(older, ["confirm-keys"], settings(older));
    expect(await started(settings(older))).toStrictEqual({ listening: true, said: "" });
    const store = await openStore(older);
    expect(await store.whereIs(gone.record)).toBeUndefined();
    await store.read(publicAuthority, async (unit) => {
      expect(await unit.envelopes.get(gone.record)).toBeUndefined();
      expect(await unit.envelopes.keyring(gone.record)).toBeUndefined();
    });
    await store.close();
  });

  test("on a database into which a restore broke off is refused, as every command is", async () => {
    const file = join(folder, "backup.ndjson");
    await backup(url, file);
    const half = join(folder, "half.db");
    const connections = connect(half, 1);
    // As far as a restore comes that is killed before it has carried out the erasures.
    await restoreBackup(connections, async function* () {
      yield* readFileSync(file, "utf8").trimEnd().split("\n");
    });
    await connections.close();
    const { listening, said } = await started(settings(half));
    expect([listening, said]).toStrictEqual([false, expect.stringMatching(/^STORE_RESTORING: /)]);
    const restoring = expect.objectContaining({ code: "STORE_RESTORING" });
    await expect(openStore(half)).rejects.toStrictEqual(restoring);
    await expect(backup(half, `${file}.2`)).rejects.toStrictEqual(restoring);
    await expect(runCommand(half, ["migrate"])).rejects.toStrictEqual(restoring);
    const whole = join(folder, "whole.db");
    await restore(whole, file, [journal]);
    await (await openStore(whole)).close();
  });
});
