/** Why a list was stopped and why a record on it stays: sealed for that list, logged when read, gone with the record. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { closedCase } from "../setup/closed.ts";
import { engines, freshDatabase } from "../setup/databases.ts";
import { harness, privateProvider, publicAuthority, type Harness, type Staff } from "../setup/harness.ts";
import type { SealedPackage } from "../setup/sealing.ts";
import { everything, found } from "../setup/sweep.ts";
import { wordsAbout } from "../setup/words.ts";

interface Said {
  readonly id: string;
  readonly kind: string;
  readonly record?: string;
  readonly by: string;
}

interface Shown {
  readonly id: string;
  readonly status: string;
  readonly items: readonly { readonly record: string; readonly answer?: object; readonly result?: string }[];
  readonly dropped: readonly { readonly record: string; readonly reason: string }[];
  readonly words: readonly Said[];
}

const secret = "Forskare har frågat efter akten om Åsa Öberg.";

describe.each(engines)("words about a disposal list on %s", (engine) => {
  let h: Harness;
  let url: string;
  let one: SealedPackage;
  let other: SealedPackage;

  const later = (day: string): void => {
    h.now = new Date(`${day}T10:00:00Z`);
  };
  const caseworker = (): Promise<Staff> => h.login("caseworker", publicAuthority);
  const decider = (): Promise<Staff> => h.login("decision-maker", publicAuthority);

  async function proposed(): Promise<string> {
    const made = await h.post("/api/desk/disposals", {}, await caseworker());
    return ((await made.json()) as Shown).id;
  }

  const saying = (list: string, controller = publicAuthority): Promise<object> =>
    wordsAbout(h, { controller, purpose: `disposal-list/${list}`, id: crypto.randomUUID(), text: secret });

  const review = async (list: string, body: object): Promise<Response> =>
    h.post(`/api/desk/disposals/${list}/review`, body, await decider());

  const wordsPath = (list: string, id: string): string => `/api/desk/disposals/${list}/words/${id}`;

  beforeEach(async () => {
    url = await freshDatabase(engine);
    h = await harness({ url });
    one = await closedCase(h, publicAuthority);
    other = await closedCase(h, publicAuthority);
    later("2029-01-15");
  });
  afterEach(() => h.close());

  test("a list is stopped with words that come back as they were sealed, to a reader whom the log names first", async () => {
    const list = await proposed();
    const words = await saying(list);
    const ended = (await (await review(list, { type: "Abort", words })).json()) as Shown;
    expect(ended).toMatchObject({ status: "aborted", words: [{ kind: "abort" }] });
    expect(ended.words[0]?.by).toMatch(/^decision-maker:/);
    const [{ id } = { id: "" }] = ended.words;
    const size = await h.store.read(publicAuthority, (unit) => unit.log.size());
    const back = await h.get(wordsPath(list, id), await caseworker());
    expect(await back.json()).toStrictEqual(words);
    const accesses = await h.store.read(publicAuthority, (unit) => unit.log.load(`access/${list}`));
    expect(accesses.map(({ seq, data }) => [seq >= size, data["part"]])).toStrictEqual([[true, id]]);
    expect((await h.get(wordsPath(list, "0".repeat(32)), await caseworker())).status).toBe(404);
  });

  test("what is kept and what is of another kind says why, record by record; the rest goes", async () => {
    const list = await proposed();
    const keep = { kind: "keep", until: "2030-06-01", words: await saying(list) };
    const answered = await review(list, { type: "Answer", record: one.record, answer: keep });
    expect(await answered.json()).toMatchObject({
      status: "reviewing",
      words: [{ kind: "keep", record: one.record }],
    });
    const shown = (await (await h.get(`/api/desk/disposals/${list}`, await decider())).json()) as Shown;
    expect(shown.items.find(({ record }) => record === one.record)).toMatchObject({
      answer: { kind: "keep", until: "2030-06-01" },
    });
    await review(list, { type: "Approve" });
    later("2029-01-23");
    const done = await h.post(`/api/desk/disposals/${list}/execution`, {}, await decider());
    expect(await done.json()).toMatchObject({
      items: [{ record: other.record, result: "gone" }],
      dropped: [{ record: one.record, reason: "KEPT_BY_REVIEW" }],
    });

    // Next year it goes, and with it what was said about it on the list before.
    const [{ id } = { id: "" }] = shown.words;
    expect((await h.get(wordsPath(list, id), await decider())).status).toBe(200);
    later("2030-06-15");
    const next = await proposed();
    const other2 = { kind: "reclassify", words: await saying(next) };
    expect((await review(next, { type: "Answer", record: one.record, answer: other2 })).status).toBe(200);
    expect(
      (await review(next, { type: "Answer", record: one.record, answer: { kind: "dispose" } })).status,
    ).toBe(200);
    await review(next, { type: "Approve" });
    later("2030-06-25");
    await h.post(`/api/desk/disposals/${next}/execution`, {}, await decider());
    const after = (await (await h.get(`/api/desk/disposals/${list}`, await decider())).json()) as Shown;
    expect(after.words).toHaveLength(1);
    expect((await h.get(wordsPath(list, id), await decider())).status).toBe(404);
    expect(found([secret, "Forskare har"], await everything(url))).toStrictEqual([]);
  });

  test.each([
    ["for another list", async (): Promise<object> => saying(`d-${"0".repeat(20)}`)],
    ["for another controller", async (): Promise<object> => saying(await proposed(), privateProvider)],
    ["without words", (): Promise<undefined> => Promise.resolve(undefined)],
  ])("are refused when they come %s, and nothing has happened", async (_, words) => {
    const list = await proposed();
    const refused = await review(list, { type: "Abort", words: await words() });
    expect(refused.status).toBe(400);
    const shown = (await (await h.get(`/api/desk/disposals/${list}`, await decider())).json()) as Shown;
    expect(shown).toMatchObject({ status: "reviewing", words: [] });
  });

  test("are not kept for a step that the list does not take", async () => {
    const list = await proposed();
    await review(list, { type: "Abort", words: await saying(list) });
    const refused = await review(list, { type: "Abort", words: await saying(list) });
    expect(await refused.json()).toMatchObject({ reason: "WRONG_STATE" });
    const shown = (await (await h.get(`/api/desk/disposals/${list}`, await decider())).json()) as Shown;
    expect(shown.words).toHaveLength(1);
  });
});
