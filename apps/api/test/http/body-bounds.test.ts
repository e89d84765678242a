/** What a body may hold is counted before anything parses it: no shape of 1 MiB costs more than a look, or is a fault of ours. */
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { bounds, withinBounds } from "../../src/http/bounds/json-bounds.ts";
import { keyringSchema } from "@tillit/api-contract/ground/shapes";
import { harness, ownToken, publicAuthority, type Harness, type Staff } from "../setup/harness.ts";
import type { SealedPackage } from "../setup/sealing.ts";

const mebibyte = 1024 * 1024;

/** Members by comma until they fill that many bytes; each of its own, in as few bytes as that takes. */
function members(bytes: number, member: (n: number) => string): string {
  const all: string[] = [];
  for (let length = 0; length < bytes; length += (all.at(-1) ?? "").length + 1) all.push(member(all.length));
  all.pop();
  return all.join(",");
}

const key = (n: number): string => n.toString(36);

/** Bodies of 1 MiB, each the worst of its kind; `around` puts them where the route has a place for such a thing. */
const shapes: Readonly<Record<string, string>> = {
  "many keys": `{${members(mebibyte - 2, (n) => `"${key(n)}":0`)}}`,
  "many keys with values that fit": `{${members(mebibyte - 2, (n) => `"${key(n)}":"A"`)}}`,
  "many keys that fit nothing": `{${members(mebibyte - 2, (n) => `"Å${key(n)}":{}`)}}`,
  "the same key again and again": `{${members(mebibyte - 2, () => `"manifest":{}`)}}`,
  "a wide array": `[${members(mebibyte - 2, () => "0")}]`,
  "a wide array of objects": `[${members(mebibyte - 2, () => "{}")}]`,
  "arrays in arrays": "[".repeat(mebibyte / 2) + "]".repeat(mebibyte / 2),
  "arrays that never end": "[".repeat(mebibyte),
  "objects in objects": `${'{"a":'.repeat(mebibyte / 6)}0${"}".repeat(mebibyte / 6)}`,
  "a long text": `"${"x".repeat(mebibyte - 2)}"`,
  "a long text of escapes": `"${String.raw`\"`.repeat(mebibyte / 2 - 1)}"`,
  "a text that never ends": `"${"\\".repeat(mebibyte - 1)}`,
  "a long number": "1".repeat(mebibyte),
  blanks: " ".repeat(mebibyte),
};

interface Described {
  readonly paths: Record<
    string,
    Record<string, { requestBody?: { content: Record<string, object> }; security?: readonly object[] }>
  >;
}

interface Taking {
  readonly method: string;
  readonly path: string;
  readonly type: string;
  readonly open: boolean;
}

describe("a body of 1 MiB", () => {
  let h: Harness;
  let one: SealedPackage;
  let staff: readonly Staff[];
  let token: string;
  let taking: readonly Taking[];

  beforeAll(async () => {
    h = await harness();
    one = await h.submitted();
    token = await ownToken(h, one);
    const roles = ["caseworker", "decision-maker", "privacy-officer", "key-custodian", "operator"] as const;
    staff = await Promise.all(roles.map((role) => h.login(role, publicAuthority)));
    const { paths } = (await (await h.get("/api/openapi.json")).json()) as Described;
    taking = Object.entries(paths).flatMap(([path, item]) =>
      Object.entries(item).flatMap(([method, { requestBody, security }]) =>
        Object.keys(requestBody?.content ?? {})
          .filter((type) => !["application/octet-stream", "application/partial-upload"].includes(type))
          .map((type) => ({ method: method.toUpperCase(), path, type, open: security === undefined })),
      ),
    );
  });
  afterAll(() => h.close());

  const place = (path: string): string =>
    path
      .replace("{app}", one.receipt.app)
      .replace("{id}", path.includes("/requests/") ? `r-${"0".repeat(20)}` : one.record)
      .replaceAll(/\{[a-z]+\}/g, one.record);

  async function send(to: Taking, body: string, headers: Record<string, string> = {}): Promise<Response> {
    return h.app.request(place(to.path), {
      method: to.method,
      headers: { "content-type": to.type, "content-length": String(Buffer.byteLength(body)), ...headers },
      body,
    });
  }

  /** The shapes as they are, and where an application has a list or a record. */
  function bodiesFor({ path }: Taking): readonly (readonly [string, string])[] {
    const bare = Object.entries(shapes);
    if (path !== "/api/applications") return bare;
    const facts = { assignments: ["family-home"], noticeVersion: "v1", lang: "sv" };
    const whole = { manifest: one.manifest, keyring: one.keyring, facts, blobs: {} };
    const put = (name: string, shape: string): string =>
      JSON.stringify(whole).replace(
        `"${name}":${JSON.stringify(inside(whole, name))}`,
        () => `"${name}":${shape}`,
      );
    return [
      ...bare,
      ...["slots", "stanzas", "signatures", "payload", "assignments", "blobs"].flatMap((name) =>
        bare.map(([what, shape]) => [`${what} as ${name}`, put(name, shape)] as const),
      ),
    ];
  }

  test("is refused with a code on every route that is open to strangers, and parsed on none where it is much", async () => {
    const open = taking.filter((one) => one.open);
    expect(open.map(({ path }) => path).toSorted()).toStrictEqual([
      "/api/applications",
      "/api/auth/backchannel-logout",
      "/api/mine/applications/{app}/session",
      "/api/mine/applications/{app}/withdrawal",
    ]);
    const parsed = vi.spyOn(JSON, "parse");
    const faults: string[] = [];
    for (const to of open) {
      for (const [what, body] of bodiesFor(to)) {
        parsed.mockClear();
        const answer = await send(to, body);
        const much = !/text|number|blanks/.test(what);
        const read = parsed.mock.calls.some(([text]) => text.length >= mebibyte / 2);
        const { code } = (await answer.json()) as { code?: string };
        const right = answer.status >= 400 && answer.status < 500 && code !== undefined && !(much && read);
        if (!right)
          faults.push(`${to.path}: ${what}: ${answer.status} ${code ?? ""} ${read ? "parsed" : ""}`);
      }
    }
    parsed.mockRestore();
    expect(faults).toStrictEqual([]);
  });

  test("is refused with a code on every other route, whoever is logged in", async () => {
    const faults: string[] = [];
    for (const to of taking.filter((one) => !one.open)) {
      const known = to.path.startsWith("/api/desk/")
        ? staff.map(({ cookie, csrf }): Record<string, string> => ({ cookie, "x-csrf-token": csrf }))
        : [{ authorization: `Bearer ${token}` }];
      for (const what of ["many keys", "arrays in arrays", "a long text"]) {
        for (const headers of known) {
          const answer = await send(to, shapes[what] ?? "", headers);
          const { code } = (await answer.json()) as { code?: string };
          if (answer.status < 400 || answer.status >= 500 || code === undefined)
            faults.push(`${to.path}: ${what}: ${answer.status} ${code ?? ""}`);
        }
      }
    }
    expect(faults).toStrictEqual([]);
  });

  test("is no hindrance to the largest application that the format allows", async () => {
    const stanza = {
      group: "g".repeat(32),
      kem: "x25519",
      kid: "k".repeat(43),
      enc: "e".repeat(43),
      ct: "c".repeat(64),
    };
    const slots = Object.fromEntries(Array.from({ length: 256 }, (_, n) => [`part-${n}`, "s".repeat(139)]));
    const body = JSON.stringify({
      manifest: { ...one.manifest, payload: "A".repeat(349_528) },
      keyring: { ...(one.keyring as object), stanzas: Array.from({ length: 512 }, () => stanza), slots },
      facts: { assignments: ["family-home"], noticeVersion: "v1", lang: "sv" },
      blobs: Object.fromEntries(Object.keys(slots).map((id) => [id, "b".repeat(1300)])),
    });
    expect(body.length).toBeGreaterThan(800_000);
    const to = taking.find(({ path }) => path === "/api/applications");
    const answer = await send(to as Taking, body);
    // It comes through to the check of its signature.
    expect(await answer.json()).toMatchObject({ code: "ENVELOPE_INVALID" });
  });
});

function inside(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  if (name in value) return (value as Record<string, unknown>)[name];
  return Object.values(value)
    .map((part) => inside(part, name))
    .find((found) => found !== undefined);
}

describe("the count", () => {
  const few = { values: 5, depth: 3 };
  test.each([
    ["0", true],
    ["[1,2,3,4]", true],
    ["[1,2,3,4,5]", false],
    ['{"a":1,"b":2,"c":3,"d":4}', true],
    ['{"a":1,"b":2,"c":3,"d":4,"e":5}', false],
    ["[[[]]]", true],
    ["[[[[]]]]", false],
    ["[[],[],[]]", false],
    [String.raw`"[[[[[,,,,,,{{{\""`, true],
    [String.raw`{"\\":"[","\"[[[[":",,,,,"}`, true],
    [String.raw`["\\\\",[[[[`, false],
    ['"never ends [[[[[', true],
  ])("of %s is within bounds: %s", (text, within) => {
    expect(withinBounds(text, few)).toBe(within);
  });

  test("ends where a bound is passed, and takes a text as one step", () => {
    const looked = (text: string): number => {
      let count = 0;
      const counting = {
        length: text.length,
        charCodeAt(at: number) {
          count += 1;
          return text.charCodeAt(at);
        },
        indexOf(what: string, from?: number) {
          count += 1;
          return text.indexOf(what, from);
        },
      };
      withinBounds(counting, bounds.stranger);
      return count;
    };
    for (const [what, shape] of Object.entries(shapes)) {
      const most = /number|blanks|escapes|never ends/.test(what) ? 2 * mebibyte : 40 * bounds.stranger.values;
      expect([what, looked(shape) <= most]).toStrictEqual([what, true]);
    }
    expect(looked(shapes["a long text"] ?? "")).toBeLessThan(10);
  });

  test("of what a record may hold comes before any of it is looked at: one finding, not one for each", () => {
    const slots = Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [`part-${n}`, 0]));
    const read = keyringSchema.safeParse({ v: 1, cid: "c", stanzas: [], slots });
    expect(read.error?.issues).toHaveLength(1);
    const stanzas = Array.from({ length: 5000 }, () => ({}));
    expect(keyringSchema.safeParse({ v: 1, cid: "c", stanzas, slots: {} }).error?.issues).toHaveLength(1);
  });
});
