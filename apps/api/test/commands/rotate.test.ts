/** What an operator changes: the keys of logs, key documents, the secret of sessions. Shown first, and nothing is lost by it. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beginLog, endLog, nextLogLine, parseVerifier, type LogVerdict } from "@tillit/audit-chain";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runCommand } from "../../src/commands/run.ts";
import { createApp, openStore, type Deps } from "../../src/index.ts";
import { engines, freshDatabase } from "../setup/databases.ts";
import { harness, ownToken, publicAuthority, type Harness } from "../setup/harness.ts";
import { controllerKeys, type ControllerKeys } from "../setup/sealing.ts";

const [oldSecret, newSecret] = ["a".repeat(40), "b".repeat(40)];

describe.each(engines)("rotation on %s", (engine) => {
  let h: Harness;
  let url: string;
  beforeEach(async () => {
    url = await freshDatabase(engine);
    h = await harness({ url, more: { logSecret: oldSecret } });
    await h.submitted();
  });
  afterEach(() => h.close());

  const env = (more: object = {}): Record<string, string> => ({
    SESSION_SECRET: "x".repeat(40),
    LOG_SECRET: newSecret,
    LOG_SECRET_PREVIOUS: oldSecret,
    ...more,
  });
  const rotate = (...args: string[]): Promise<string | undefined> =>
    runCommand(url, ["rotate", ...args], env());

  async function exported(more: Partial<Deps> = {}): Promise<{ text: string; status: number; key: string }> {
    const app = createApp({ ...h.deps, ...more });
    const { cookie } = await h.login("privacy-officer", publicAuthority);
    const made = await app.request("/api/desk/audit/checkpoint", { headers: { cookie } });
    const { key = "" } = (await made.json()) as { key?: string };
    const answer = await app.request("/api/desk/audit/log", { headers: { cookie } });
    expect(answer.status).toBe(made.status);
    return { text: await answer.text(), status: made.status, key };
  }

  function verdict(text: string, ...keys: string[]): LogVerdict {
    const lines = text.split("\n").slice(0, -1);
    return endLog(lines.reduce(nextLogLine, beginLog({ verifiers: keys.map(parseVerifier) })));
  }

  const renewed = { logSecret: newSecret, previousLogSecrets: [oldSecret] };

  test("a log goes over to the next key at a checkpoint that both sign; the old key is believed no longer", async () => {
    const before = await exported();
    const shown = await rotate("log-keys");
    expect(shown).toContain(before.key);
    expect(shown).toContain("Dry run");
    // A new secret alone changes nothing: the log stays with the key it is at.
    expect((await exported(renewed)).key).toBe(before.key);
    expect(await rotate("log-keys", "--yes")).toContain("Done.");
    expect(await rotate("log-keys")).toBe("Nothing to rotate.");
    const after = await exported(renewed);
    expect(after.key).not.toBe(before.key);
    for (const key of [before.key, after.key]) {
      expect(verdict(after.text, key)).toMatchObject({
        ok: true,
        handedOverTo: [after.key],
        key: before.key,
      });
    }
    await h.submitted();
    const later = await exported({ logSecret: newSecret });
    expect(verdict(later.text, before.key)).toMatchObject({ ok: true, size: 4 });
    const cut = later.text.split("\n").filter((line) => !line.includes("tillit-handover"));
    expect(verdict(cut.join("\n"), before.key)).toMatchObject({ ok: false });
  });

  test("without the secret that the log is at, nothing is signed at all", async () => {
    await exported();
    expect(await exported({ logSecret: newSecret })).toMatchObject({ status: 503 });
    const said = await runCommand(url, ["rotate", "--lang", "sv"], env({ LOG_SECRET_PREVIOUS: undefined }));
    expect(said).toContain("hemligheten bakom nyckeln saknas");
  });

  test("says what stands and what runs out, in both languages, and does nothing", async () => {
    const size = await h.store.read(publicAuthority, (unit) => unit.log.size());
    expect(await rotate("--lang", "sv")).toContain("Provkörning");
    expect(await rotate()).toContain("sessions: one secret");
    expect(await h.store.read(publicAuthority, (unit) => unit.log.size())).toBe(size);
    expect(await rotate("log-keys", "--force")).toBeUndefined();
    expect(await rotate("everything")).toBeUndefined();
    await expect(runCommand(url, ["rotate"], {})).rejects.toMatchObject({ code: "CONFIG_INVALID" });
  });

  test("a key document is checked and compared before it is published", async () => {
    const { root, publicKey } = h.keys[publicAuthority] as ControllerKeys;
    const next = await controllerKeys(publicAuthority, h.now.toISOString(), { seq: 2, root });
    const file = join(mkdtempSync(join(tmpdir(), "tillit-document-")), "next.json");
    writeFileSync(file, JSON.stringify(next.document));
    const shown = await rotate("key-document", file);
    expect(shown).toContain(`key document ${publicAuthority}: version 1 becomes 2`);
    expect(shown).toContain(`new key ${next.publicKey.kid}`);
    expect(shown).toContain(`key ${publicKey.kid} is no longer there`);
    // A process that serves remembers a document for a moment; what counts is what the database has.
    const served = async (): Promise<unknown> => {
      const fresh = await openStore(url);
      const found = await fresh.keyDocument(publicAuthority);
      await fresh.close();
      return found;
    };
    expect(await served()).not.toStrictEqual(next.document);
    expect(await rotate("key-document", file, "--yes")).toContain("Done.");
    expect(await served()).toStrictEqual(next.document);
    await expect(rotate("key-document", file, "--yes")).rejects.toMatchObject({ code: "DIRECTORY" });
    const stranger = await controllerKeys(publicAuthority, h.now.toISOString(), { seq: 3 });
    writeFileSync(file, JSON.stringify(stranger.document));
    await expect(rotate("key-document", file)).rejects.toMatchObject({ code: "SIGNATURE" });
  });

  test("sessions and tokens outlive the secret they were sealed with, for as long as it still opens", async () => {
    const staff = await h.login("caseworker", publicAuthority, "kim");
    const one = await h.submitted();
    const token = await ownToken(h, one);
    const { secret } = h.deps.session;
    const next = { ...h.deps.session, secret: "y".repeat(40) };
    const asked = async (session: Deps["session"]): Promise<number[]> => {
      const app = createApp({ ...h.deps, session });
      const mine = `/api/mine/applications/${one.receipt.app}`;
      return [
        (await app.request("/api/session", { headers: { cookie: staff.cookie } })).status,
        (await app.request(mine, { headers: { authorization: `Bearer ${token}` } })).status,
      ];
    };
    expect(await asked({ ...next, previousSecrets: [secret] })).toStrictEqual([200, 200]);
    expect(await asked(next)).toStrictEqual([401, 401]);
  });
});
