/** The recurring review of who has opened what: nothing falls between two, nobody chooses, nobody judges themselves. */
import { drawSample } from "@tillit/audit-chain";
import { contentHash } from "@tillit/canonical-json";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { countOverdueReviews } from "../../src/review/judge-review.ts";
import { accessReviewRules as reviewRules } from "@tillit/welfare-law";
import { engines, freshDatabase } from "../setup/databases.ts";
import { bytesOf, harness, ownToken, publicAuthority, type Harness, type Staff } from "../setup/harness.ts";
import type { SealedPackage } from "../setup/sealing.ts";
import { wordsAbout } from "../setup/words.ts";

interface Seen {
  readonly seq: number;
  readonly record: string;
  readonly by: string;
  readonly why: string[];
  readonly verdict?: string;
  readonly words?: string;
}

interface Shown {
  readonly id: string;
  readonly status: string;
  readonly period: { from: string; to: string };
  readonly population: number;
  readonly picked: number;
  readonly lines: number;
  readonly seed: { size: number; root: string };
  readonly sample: string;
  readonly accesses: Seen[];
}

const base = "/api/desk/audit/reviews";

describe.each(engines)("the review of accesses on %s", (engine) => {
  let h: Harness;
  let reader: Staff;
  let lead: Staff;
  let officer: Staff;
  const cases: SealedPackage[] = [];

  const open = async (one: SealedPackage, staff: Staff): Promise<number> =>
    (await h.get(`/api/desk/applications/${one.record}/envelope`, staff)).status;
  const draw = async (staff: Staff, body: object = {}): Promise<Response> => h.post(base, body, staff);
  const at = (time: string): void => {
    h.now = new Date(time);
  };

  beforeEach(async () => {
    h = await harness({ url: await freshDatabase(engine) });
    cases.length = 0;
    reader = await h.login("caseworker", publicAuthority, "kim");
    for (let n = 0; n < 3; n += 1) cases.push(await h.submitted());
    const [plain, guarded, assigned] = cases as [SealedPackage, SealedPackage, SealedPackage];
    const { ref } = await who("kim");
    const place = async (one: SealedPackage, protectedIdentity: boolean, assignees: string[]) => {
      const path = `/api/desk/applications/${one.record}/placement`;
      expect((await h.post(path, { assignees, protectedIdentity }, reader)).status).toBe(204);
    };
    await place(guarded, true, [ref]);
    await place(assigned, false, [ref]);
    // A Monday morning: opened by the one it is assigned to, and one opened by a decision-maker who is not.
    for (const one of [plain, guarded, assigned]) expect(await open(one, reader)).toBe(200);
    lead = await h.login("decision-maker", publicAuthority, "lo");
    expect(await open(assigned, lead)).toBe(200);
    // Eleven at night, in Sweden.
    at("2026-11-23T22:00:00Z");
    expect(await open(plain, await h.login("caseworker", publicAuthority, "sam"))).toBe(200);
    at("2026-11-24T09:00:00Z");
    lead = await h.login("decision-maker", publicAuthority, "lo");
    officer = await h.login("privacy-officer", publicAuthority, "pat");
  });
  afterEach(() => h.close());

  /** The pseudonym of a person, as the log writes it. */
  async function who(person: string): Promise<{ ref: string }> {
    const one = cases[0] as SealedPackage;
    await open(one, await h.login("caseworker", publicAuthority, person));
    const events = await h.store.read(publicAuthority, (unit) => unit.log.load(`access/${one.record}`));
    return { ref: events.at(-1)?.by.split(":")[1] ?? "" };
  }

  const words = async (id: string): Promise<object> =>
    wordsAbout(h, { controller: publicAuthority, purpose: "access-review", id });

  async function drawn(staff: Staff): Promise<Shown> {
    const made = await draw(staff);
    expect(made.status).toBe(201);
    const { id } = (await made.json()) as { id: string };
    return (await (await h.get(`${base}/${id}`, staff)).json()) as Shown;
  }

  const judge = async (id: string, seq: number, body: object, staff: Staff): Promise<Response> =>
    h.post(`${base}/${id}/accesses/${seq}`, body, staff);

  test("picks by rule, says why, and draws the rest so that anyone can draw it again", async () => {
    const review = await drawn(officer);
    expect(review).toMatchObject({ status: "open", population: 6, picked: 3, lines: 6 });
    const why = (record: string | undefined) =>
      review.accesses.filter((one) => one.record === record).map((one) => one.why);
    const [plain, guarded, assigned] = cases;
    expect(why(guarded?.record)).toStrictEqual([["protected-identity"]]);
    expect(why(assigned?.record)).toStrictEqual([["sampled"], ["outside-assignment"]]);
    expect(why(plain?.record)).toStrictEqual([["sampled"], ["sampled"], ["odd-hours"]]);
    const lines = review.accesses.map(({ seq, by, why: reasons }) => ({ seq, by, why: reasons }));
    expect(contentHash(lines)).toBe(review.sample);
    const rest = lines.filter((line) => line.why[0] === "sampled").map(({ seq }) => seq);
    expect(drawSample(bytesOf(review.seed.root), rest, 10)).toStrictEqual(rest);
  });

  test("is judged line by line by others than the reader, with sealed words, and signed", async () => {
    const review = await drawn(lead);
    const own = review.accesses.find(({ by }) => by.startsWith("decision-maker:"));
    const late = review.accesses.find(({ why }) => why.includes("odd-hours"));
    if (own === undefined || late === undefined) throw new Error("setup");
    const refused = await judge(review.id, own.seq, { verdict: "in-order" }, lead);
    expect(await refused.json()).toMatchObject({ code: "STATE_CONFLICT", reason: "OWN_ACCESS" });
    expect(await (await judge(review.id, 9999, { verdict: "in-order" }, lead)).json()).toMatchObject({
      reason: "UNKNOWN_LINE",
    });
    expect(await (await judge(review.id, late.seq, { verdict: "reported" }, lead)).json()).toMatchObject({
      reason: "WORDS_NEEDED",
    });
    const foreign = await words(crypto.randomUUID());
    expect((await judge(review.id, late.seq, { verdict: "reported", words: foreign }, lead)).status).toBe(
      400,
    );
    const said = { verdict: "to-be-explained", words: await words(review.id) };
    expect((await judge(review.id, late.seq, said, lead)).status).toBe(200);
    expect(await (await h.post(`${base}/${review.id}/signature`, {}, lead)).json()).toMatchObject({
      reason: "NOT_ALL_JUDGED",
    });
    for (const { seq } of review.accesses.filter((one) => one !== late)) {
      await judge(review.id, seq, { verdict: "in-order" }, seq === own.seq ? officer : lead);
    }
    const signed = await h.post(`${base}/${review.id}/signature`, {}, lead);
    expect(await signed.json()).toStrictEqual({
      status: "signed",
      verdicts: { "in-order": 5, "to-be-explained": 1, reported: 0 },
    });
    expect((await judge(review.id, late.seq, { verdict: "in-order" }, lead)).status).toBe(409);
    const again = (await (await h.get(`${base}/${review.id}`, officer)).json()) as Shown;
    const kept = again.accesses.find(({ seq }) => seq === late.seq)?.words;
    expect((await h.get(`${base}/${review.id}/words/${kept}`, officer)).status).toBe(200);
    const events = await h.store.read(publicAuthority, (unit) => unit.log.load(`review/${review.id}`));
    expect(events.at(-1)).toMatchObject({
      type: "ReviewSigned",
      data: { sample: review.sample, verdicts: { "to-be-explained": 1 } },
    });
  });

  test("a dry run says how much and not what, and leaves nothing behind", async () => {
    const before = await h.store.read(publicAuthority, (unit) => unit.log.size());
    const answer = (await (await draw(lead, { dryRun: true })).json()) as object;
    expect(answer).toStrictEqual({
      dryRun: true,
      period: { from: "2026-11-23", to: "2026-11-23" },
      population: 6,
      picked: 3,
      lines: 6,
      rules: reviewRules.id,
    });
    expect(await h.store.read(publicAuthority, (unit) => unit.log.size())).toBe(before);
  });

  test("the next one begins where this one ended, and not before it is signed", async () => {
    expect(await (await draw(lead, { until: "2026-11-24" })).json()).toMatchObject({
      reason: "PERIOD_NOT_OVER",
    });
    const first = await drawn(lead);
    at("2026-11-26T09:00:00Z");
    lead = await h.login("decision-maker", publicAuthority, "lo");
    officer = await h.login("privacy-officer", publicAuthority, "pat");
    expect(await (await draw(lead)).json()).toMatchObject({ reason: "REVIEW_OPEN" });
    for (const { seq } of first.accesses) await judge(first.id, seq, { verdict: "in-order" }, officer);
    await h.post(`${base}/${first.id}/signature`, {}, officer);
    await open(cases[1] as SealedPackage, await h.login("caseworker", publicAuthority, "kim"));
    at("2026-11-27T09:00:00Z");
    const second = await drawn(await h.login("privacy-officer", publicAuthority, "pat"));
    expect(second).toMatchObject({ period: { from: "2026-11-24", to: "2026-11-26" }, population: 1 });
  });

  test("what the desk flags is picked, and only the reader's own access can be flagged", async () => {
    const path = `/api/desk/applications/${cases[0]?.record}/access-flags`;
    const flag = { flag: "own-name-like" };
    const stranger = await h.login("caseworker", publicAuthority, "nobody");
    expect((await h.post(path, flag, stranger)).status).toBe(404);
    const kim = await h.login("caseworker", publicAuthority, "kim");
    expect((await h.post(path, flag, kim)).status).toBe(204);
    const one = cases[0] as SealedPackage;
    const seen = `/api/mine/applications/${one.receipt.app}/envelopes/${one.record}/accesses`;
    const headers = { authorization: `Bearer ${await ownToken(h, one)}` };
    const { accesses } = (await (await h.app.request(seen, { headers })).json()) as { accesses: unknown[] };
    expect(accesses).toHaveLength(3);
    const history = await (await h.get(`/api/desk/applications/${one.record}`, kim)).text();
    expect(history).not.toContain("Flagged");
    at("2026-11-25T09:00:00Z");
    const review = await drawn(await h.login("privacy-officer", publicAuthority, "pat"));
    expect(review.accesses.filter(({ why }) => why.includes("flagged"))).toHaveLength(2);
  });

  test("one that is overdue is told to those who may do it, unit by unit, and counted for the operator", async () => {
    const overdue = async (staff: Staff): Promise<unknown> =>
      ((await (await h.get(base, staff)).json()) as { overdue: unknown }).overdue;
    expect(await overdue(officer)).toStrictEqual([]);
    at("2027-01-08T09:00:00Z");
    officer = await h.login("privacy-officer", publicAuthority, "pat");
    const late = { coveredTo: "2026-11-22", days: 2 };
    expect(await overdue(officer)).toStrictEqual([
      { unit: "north", ...late },
      { unit: "south", ...late },
    ]);
    const north = await h.login("decision-maker", publicAuthority, "nora", "north");
    expect(await overdue(north)).toStrictEqual([{ unit: "north", ...late }]);
    expect(await countOverdueReviews(h.deps, publicAuthority)).toStrictEqual({ overdue: 2, unsigned: 0 });
    const review = await drawn(officer);
    for (const { seq } of review.accesses) await judge(review.id, seq, { verdict: "in-order" }, officer);
    expect(await countOverdueReviews(h.deps, publicAuthority)).toStrictEqual({ overdue: 2, unsigned: 0 });
    await h.post(`${base}/${review.id}/signature`, {}, officer);
    expect(await overdue(officer)).toStrictEqual([]);
  });
});
