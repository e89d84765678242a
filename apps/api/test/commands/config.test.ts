import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ConfigError, loadConfig } from "../../src/config/config.ts";
import { eidSettings } from "../../src/config/eid-settings.ts";

const mapping = join(mkdtempSync(join(tmpdir(), "tillit-config-")), "claims.json");
writeFileSync(
  mapping,
  JSON.stringify({
    require: { acr: ["http://id.elegnamnden.se/loa/1.0/loa3"], amr: "mfa" },
    rules: [{ when: { org: "1" }, controller: "a", role: "caseworker" }],
  }),
);

/** As strong as it must be, and the same in every run. */
function made(name: string): string {
  return `${name}: 0 1 2 3 4 5 6 7 8 9 a b c d e f`;
}

const good = {
  SESSION_SECRET: made("session"),
  LOG_SECRET: made("log"),
  PSEUDONYM_SECRET: made("staff"),
  OIDC_ISSUER: "https://issuer.example",
  OIDC_CLIENT_ID: "tillit",
  OIDC_CLIENT_SECRET: "secret",
  OIDC_REDIRECT_URI: "https://desk.example/api/auth/callback",
  CLAIM_MAPPING: mapping,
  ERASURE_JOURNAL: "/var/lib/tillit-journal/erasures.ndjson",
  DESK_URL: "https://desk.example/",
  MY_PAGES_ORIGINS: "https://mine.example, https://mina.example",
};

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    loadConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe("the configuration", () => {
  test("has defaults for what is not a secret or an address", () => {
    const config = loadConfig(good);
    expect(config).toMatchObject({
      PORT: 8080,
      HOST: "127.0.0.1",
      SESSION_IDLE_MINUTES: 30,
      INSECURE_HTTP: false,
    });
    expect(config.MY_PAGES_ORIGINS).toStrictEqual(["https://mine.example", "https://mina.example"]);
    expect(config.claims.rules).toHaveLength(1);
  });

  test("says everything that is wrong at once, and never a value", () => {
    const problems = problemsOf({
      ...good,
      SESSION_SECRET: "short-secret",
      PORT: "many",
      OIDC_ISSUER: "issuer",
    });
    expect(problems.map((line) => line.split(":")[0])).toStrictEqual([
      "PORT",
      "SESSION_SECRET",
      "OIDC_ISSUER",
    ]);
    expect(problems.join()).not.toMatch(/short-secret|many/);
  });

  test("names every setting that is missing, as missing", () => {
    const { OIDC_CLIENT_ID, SESSION_SECRET, ...rest } = good;
    expect([OIDC_CLIENT_ID, SESSION_SECRET]).not.toContain(undefined);
    expect(problemsOf(rest)).toStrictEqual(["SESSION_SECRET: must be set", "OIDC_CLIENT_ID: must be set"]);
  });

  test("says what does not fit together also where something else is wrong by itself", () => {
    const problems = problemsOf({
      ...good,
      LOG_LEVEL: "loud",
      DATABASE_URL: "mysql://server/db",
      DESK_URL: "http://desk.example/",
      LOG_SECRET: good.SESSION_SECRET,
      OIDC_REDIRECT_URI: "https://desk.example/back",
      APPLICANT_OIDC_ISSUER: "https://eid.example",
      APPLICANT_OIDC_CLIENT_ID: "tillit",
      APPLICANT_OIDC_CLIENT_SECRET: "secret",
      APPLICANT_OIDC_REDIRECT_URI: "https://other.example/api/mine/eid/callback",
      APPLICANT_OIDC_ACR_VALUES: "loa3",
      CLAIM_MAPPING: "/nowhere",
    });
    expect(problems.map((line) => line.split(":")[0])).toStrictEqual([
      "DATABASE_URL",
      "LOG_LEVEL",
      "CLAIM_MAPPING",
      "DESK_URL",
      "OIDC_REDIRECT_URI",
      "APPLICANT_OIDC_REDIRECT_URI",
      "LOG_SECRET",
      "APPLICANT_SECRET",
    ]);
    expect(problems.join()).not.toMatch(/loud|mysql|\/back|other\.example|nowhere/);
  });

  test("takes an origin with what follows it", () => {
    const { MY_PAGES_ORIGINS } = loadConfig({ ...good, MY_PAGES_ORIGINS: "https://mine.example/" });
    expect(MY_PAGES_ORIGINS).toStrictEqual(["https://mine.example"]);
  });

  test("offers applicants e-identification wholly or not at all", () => {
    const whole = {
      APPLICANT_OIDC_ISSUER: "https://eid.example",
      APPLICANT_OIDC_CLIENT_ID: "tillit",
      APPLICANT_OIDC_CLIENT_SECRET: "secret",
      APPLICANT_OIDC_REDIRECT_URI: "https://mine.example/api/mine/eid/callback",
      APPLICANT_OIDC_ACR_VALUES: "loa3 loa4",
      APPLICANT_SECRET: made("applicants"),
    };
    expect(eidSettings(loadConfig(good))).toBeUndefined();
    expect(eidSettings(loadConfig({ ...good, ...whole }))).toMatchObject({
      acr: ["loa3", "loa4"],
      myPages: "https://mine.example/",
    });
    const { APPLICANT_SECRET: _secret, APPLICANT_OIDC_ACR_VALUES: _acr, ...half } = whole;
    expect(problemsOf({ ...good, ...half }).map((line) => line.split(":")[0])).toStrictEqual([
      "APPLICANT_OIDC_ACR_VALUES",
      "APPLICANT_SECRET",
    ]);
    const http = { ...whole, APPLICANT_OIDC_ISSUER: "http://eid.example" };
    expect(problemsOf({ ...good, ...http })).toHaveLength(1);
  });

  test("refuses plain http unless it is asked for", () => {
    const http = { ...good, OIDC_ISSUER: "http://localhost:8790", DESK_URL: "http://localhost:8789" };
    expect(problemsOf(http)).toHaveLength(2);
    expect(problemsOf({ ...http, INSECURE_HTTP: "true" })).toStrictEqual([]);
  });

  test("refuses a claim mapping that does not ask for assurance and several factors", () => {
    const weak = `${mapping}.weak`;
    const write = (more: object): readonly string[] => {
      writeFileSync(weak, JSON.stringify({ rules: [], ...more }));
      return problemsOf({ ...good, CLAIM_MAPPING: weak }).map((line) => line.split(":")[0] ?? "");
    };
    expect(write({})).toStrictEqual(["CLAIM_MAPPING require.acr", "CLAIM_MAPPING require.amr"]);
    expect(write({ require: { acr: "loa3" } })).toStrictEqual(["CLAIM_MAPPING require.amr"]);
    expect(write({ require: { acr: "loa3" }, multiFactorByAcr: true })).toStrictEqual([]);
  });

  test("refuses a claim mapping that names no known role or cannot be read", () => {
    const wrong = `${mapping}.wrong`;
    writeFileSync(wrong, JSON.stringify({ rules: [{ when: {}, controller: "a", role: "king" }] }));
    expect(problemsOf({ ...good, CLAIM_MAPPING: wrong })[0]).toContain("rules.0.role");
    expect(problemsOf({ ...good, CLAIM_MAPPING: "/nowhere" })[0]).toContain("cannot be read");
  });

  test("takes a key for pseudonyms that is strong and nothing else's, and never does without", () => {
    const { PSEUDONYM_SECRET, ...without } = good;
    expect(problemsOf(without)).toStrictEqual(["PSEUDONYM_SECRET: must be set"]);
    for (const weak of ["short", "s".repeat(64), "changeme".repeat(5), "abcdefghijkl".repeat(3)]) {
      const problems = problemsOf({ ...good, PSEUDONYM_SECRET: weak });
      expect(problems.map((line) => line.split(":")[0])).toContain("PSEUDONYM_SECRET");
      expect(problems.join()).not.toContain(weak);
    }
    expect(problemsOf({ ...good, SESSION_SECRET: PSEUDONYM_SECRET })).toStrictEqual([
      "PSEUDONYM_SECRET: must differ from SESSION_SECRET",
    ]);
    expect(problemsOf({ ...good, PSEUDONYM_SECRET: "0123456789abcdef0123456789abcdee" })).toStrictEqual([]);
  });

  test("takes secrets from before", () => {
    const rotated = { ...good, SESSION_SECRET_PREVIOUS: `${"t".repeat(32)}, ${"u".repeat(32)}` };
    const config = loadConfig(rotated);
    expect(config.SESSION_SECRET_PREVIOUS).toStrictEqual(["t".repeat(32), "u".repeat(32)]);
    expect(config.LOG_SECRET_PREVIOUS).toStrictEqual([]);
    expect(problemsOf({ ...good, LOG_SECRET_PREVIOUS: "short" })[0]).toContain("LOG_SECRET_PREVIOUS");
  });
});
