/** Whom the log names stays one person: no secret that is changed makes two of them, and no key is swapped unseen. */
import { spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runCommand } from "../../src/commands/run.ts";
import { createApp, openStore, Pseudonyms } from "../../src/index.ts";
import { connect } from "@tillit/record-store";
import { emptyDatabase, engines, freshDatabase } from "../setup/databases.ts";
import {
  cookieOf,
  harness,
  pseudonymKeys,
  publicAuthority,
  type Harness,
  type Staff,
} from "../setup/harness.ts";
import { sealedWords } from "../setup/sealing.ts";

describe.each(engines)("a pseudonym on %s", (engine) => {
  let h: Harness;
  let url: string;
  beforeEach(async () => {
    url = await freshDatabase(engine);
    h = await harness({ url });
  });
  afterEach(() => h.close());

  test("is the same under a new session secret: who proposed a list cannot approve it as somebody else", async () => {
    const one = await h.submitted();
    const caseworker = await h.login("caseworker", publicAuthority, "kim");
    await h.get(`/api/desk/applications/${one.record}/envelope`, caseworker);
    for (const [kind, outcome] of [
      ["assessment", "decline"],
      ["decision", "declined"],
    ] as const) {
      const to = h.keys[publicAuthority]?.keys;
      const words = await sealedWords(kind, { controller: publicAuthority, to, app: one.receipt.app });
      await h.post(`/api/desk/applications/${one.record}/${kind}`, { outcome, words }, caseworker);
    }
    h.now = new Date("2029-01-15T10:00:00Z");
    const author = await h.login("caseworker", publicAuthority, "kim");
    const proposed = await h.post("/api/desk/disposals", {}, author);
    expect(proposed.status).toBe(201);
    const { id } = (await proposed.json()) as { id: string };

    const secret = "another session secret, made by random";
    const renewed = createApp({ ...h.deps, session: { ...h.deps.session, secret } });
    const again = await loginAt(renewed, { role: "decision-maker", person: "kim" });
    const body = JSON.stringify({ type: "Approve" });
    const approved = await renewed.request(`/api/desk/disposals/${id}/review`, {
      method: "POST",
      headers: {
        cookie: again.cookie,
        "x-csrf-token": again.csrf,
        "content-type": "application/json",
        "content-length": String(body.length),
      },
      body,
    });
    expect(await approved.json()).toMatchObject({ code: "STATE_CONFLICT", reason: "SAME_PERSON" });
  });

  test("where persons were named before keys left a mark, a key is taken at the operator's word and not before", async () => {
    await h.login("caseworker", publicAuthority, "kim");
    const bare = connect(url, 1);
    await bare.db.deleteFrom("pseudonym_marks").execute();
    await bare.close();

    const begin = { at: "2026-11-23T09:30:00Z", confirmed: false };
    const first = { staff: "the secret that sessions had at first" };
    await expect(Pseudonyms.hold(h.store, first, begin)).rejects.toMatchObject({
      code: "STORE_KEY_UNCONFIRMED",
    });
    const word = { PSEUDONYM_SECRET: first.staff };
    expect(await runCommand(url, ["confirm-keys"], word)).toBe("PSEUDONYM_SECRET");
    const held = await Pseudonyms.hold(h.store, first, begin);
    expect(held.ofStaff(publicAuthority, "kim")).toMatch(/^[0-9a-f]{16}$/);
    const other = { PSEUDONYM_SECRET: "a secret that nobody was named with" };
    await expect(runCommand(url, ["confirm-keys"], other)).rejects.toMatchObject({
      code: "STORE_KEY_CHANGED",
    });
    await expect(runCommand(url, ["confirm-keys"], {})).rejects.toMatchObject({ code: "CONFIG_INVALID" });
  });

  test("cannot be had with a key that is missing or short, whoever asks", async () => {
    const begin = { at: "2026-11-23T09:30:00Z", confirmed: false };
    for (const keys of [
      {},
      { staff: "" },
      { staff: "short" },
      { staff: 7 },
      { ...pseudonymKeys, applicants: "" },
    ]) {
      const held = Pseudonyms.hold(h.store, keys as typeof pseudonymKeys, begin);
      await expect(held).rejects.toMatchObject({ code: "STORE_KEY_WEAK" });
    }
  });

  test("keeps its key's mark through a backup: what is restored takes no other key", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "tillit-backup-")), "backup.ndjson");
    await runCommand(url, ["backup", file]);
    const empty = await emptyDatabase(engine);
    await runCommand(empty, ["restore", file, "--without-journal"]);
    const restored = await openStore(empty);
    const begin = { at: "2026-11-23T09:30:00Z", confirmed: true };
    await expect(
      Pseudonyms.hold(restored, { staff: "a secret that nobody was named with" }, begin),
    ).rejects.toMatchObject({ code: "STORE_KEY_CHANGED" });
    const held = await Pseudonyms.hold(restored, pseudonymKeys, begin);
    expect(held.ofStaff("a", "kim")).toBe(h.deps.pseudonyms.ofStaff("a", "kim"));
    await restored.close();
  });
});

async function loginAt(
  app: ReturnType<typeof createApp>,
  { role, person }: { readonly role: string; readonly person: string },
): Promise<Staff> {
  const left = await app.request("/api/auth/login");
  const claims = { sub: person, name: "Åsa Öberg", org: publicAuthority, role, unit: "", acr: "loa3" };
  const back = await app.request(
    `/api/auth/callback?code=${encodeURIComponent(JSON.stringify(claims))}&state=s`,
    { headers: { cookie: cookieOf(left) } },
  );
  const cookie = cookieOf(back);
  const asked = await app.request("/api/session", { headers: { cookie } });
  return { cookie, csrf: ((await asked.json()) as { csrf: string }).csrf };
}

describe.each(engines)("a start on %s", (engine) => {
  let settings: Record<string, string>;
  beforeEach(async () => {
    const folder = mkdtempSync(join(tmpdir(), "tillit-start-"));
    const mapping = join(folder, "claims.json");
    writeFileSync(mapping, JSON.stringify({ require: { acr: "loa3", amr: "mfa" }, rules: [] }));
    const database = await emptyDatabase(engine);
    settings = {
      PATH: process.env["PATH"] ?? "",
      DATABASE_URL: engine === "sqlite" ? `file:${database}` : database,
      ERASURE_JOURNAL: join(folder, "erasures.ndjson"),
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
  });

  const offered = {
    APPLICANT_OIDC_ISSUER: "https://eid.example",
    APPLICANT_OIDC_CLIENT_ID: "tillit",
    APPLICANT_OIDC_CLIENT_SECRET: "secret",
    APPLICANT_OIDC_REDIRECT_URI: "https://mine.example/api/mine/eid/callback",
    APPLICANT_OIDC_ACR_VALUES: "loa3",
    APPLICANT_SECRET: "applicants: 0 1 2 3 4 5 6 7 8 9 a b c d",
  };

  test("takes the same key for pseudonyms under a new session secret, and no other key", async () => {
    expect(await started(settings)).toStrictEqual({ listening: true, code: 0, said: "" });
    const renewed = { ...settings, SESSION_SECRET: "renewed: 0 1 2 3 4 5 6 7 8 9 a b c d e f" };
    expect(await started(renewed)).toMatchObject({ listening: true, code: 0 });
    const PSEUDONYM_SECRET = "other: 0 1 2 3 4 5 6 7 8 9 a b c d e f g";
    const { said, ...ended } = await started({ ...settings, PSEUDONYM_SECRET });
    expect(ended).toStrictEqual({ listening: false, code: 1 });
    expect(said).toMatch(/^STORE_KEY_CHANGED: .*PSEUDONYM_SECRET/);
    expect(said).not.toContain("0 1 2 3");
  });

  test("takes no other key for applicants' e-identification either, from when it was first offered", async () => {
    expect(await started(settings)).toMatchObject({ listening: true });
    expect(await started({ ...settings, ...offered })).toMatchObject({ listening: true });
    const APPLICANT_SECRET = "others: 0 1 2 3 4 5 6 7 8 9 a b c d e f g";
    const { said, ...ended } = await started({ ...settings, ...offered, APPLICANT_SECRET });
    expect(ended).toStrictEqual({ listening: false, code: 1 });
    expect(said).toMatch(/^STORE_KEY_CHANGED: .*APPLICANT_SECRET/);
  });
});

/** The program with these settings, until it listens and has been asked to stop, or has ended by itself. */
function started(
  env: Record<string, string>,
): Promise<{ readonly listening: boolean; readonly code: number | null; readonly said: string }> {
  return new Promise((resolve) => {
    const program = fileURLToPath(new URL("../../src/main.ts", import.meta.url));
    const child = spawn(process.execPath, ["--conditions=@tillit/source", program], { env });
    let listening = false;
    let said = "";
    child.stderr.on("data", (part: Buffer) => (said += part.toString()));
    child.stdout.on("data", (part: Buffer) => {
      if (!part.toString().includes('"listening"')) return;
      listening = true;
      child.kill("SIGTERM");
    });
    child.once("close", (code) => {
      resolve({ listening, code, said });
    });
  });
}
