/** Nothing that was typed is anywhere the operator can see: not in tables, files, logs, answers or exports. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Receipt } from "@tillit/crypto-envelope";
import { engines, freshDatabase } from "../setup/databases.ts";
import { harness, ownToken, publicAuthority, type Harness } from "../setup/harness.ts";
import {
  asApplicant,
  askWithKeys,
  collected,
  decided,
  deskOf,
  people,
  sealedAnswer,
  sendAnswer,
} from "../setup/request-desk.ts";
import { requestWords, sealed, sealedWords, section } from "../setup/sealing.ts";
import { dresses, everything, found } from "../setup/sweep.ts";
import { wordsAbout } from "../setup/words.ts";

const typed = [
  "Kanariefågel Önnerström",
  "19850505-1236",
  "jag blev sjuk när mamma dog",
  "läkarintyg-kanarie.pdf",
];

function findings(haystack: Buffer): readonly string[] {
  return found(typed, haystack);
}

describe.each(engines)("a sweep for what was typed, on %s", (engine) => {
  let h: Harness;
  let url: string;
  const answers: string[] = [];
  beforeAll(async () => {
    url = await freshDatabase(engine);
    h = await harness({ url });
    const to = h.keys[publicAuthority]?.keys;
    if (to === undefined) throw new Error("setup");
    const one = await sealed({
      receipt: Receipt.create(crypto.randomUUID()),
      controller: publicAuthority,
      to,
      created: "2026-11-23T09:00:00Z",
      sections: [
        section("contact", JSON.stringify(typed)),
        section("file-1", typed.join(" ").repeat(50), "attachment"),
      ],
    });
    await h.send(one);
    await h.upload(one);
    const staff = await h.login("caseworker", publicAuthority);
    const token = await ownToken(h, one);
    for (const path of ["", "/envelope", "/blobs/contact"]) {
      answers.push(await (await h.get(`/api/desk/applications/${one.record}${path}`, staff)).text());
    }
    const words = await sealedWords("assessment", { controller: publicAuthority, to, app: one.receipt.app });
    await h.post(`/api/desk/applications/${one.record}/assessment`, { outcome: "proceed", words }, staff);
    const own = { headers: { authorization: `Bearer ${token}` } };
    answers.push(await (await h.app.request(`/api/mine/applications/${one.receipt.app}`, own)).text());
    // What is said in a request, what answers it, and a consent that carries it where it does not belong.
    const said = typed.join(" ");
    const staffs = await people(h, publicAuthority);
    const request = await askWithKeys(h, one);
    const atDesk = deskOf(h, publicAuthority, one, request);
    const wish = await requestWords(said, {
      request,
      receipt: one.receipt,
      controller: publicAuthority,
      to,
    });
    const asked = { kind: "wish", words: wish };
    answers.push(
      await (await asApplicant(h, one, "POST", `/api/mine/requests/${request}/words`, asked)).text(),
    );
    for (const item of await collected(h, atDesk, staffs)) {
      const reasoning = await atDesk.words("secrecy-test", said, staffs.reviewer);
      const harm = { provision: "osl-26-1", test: "reverse", reasoning };
      const outcome = { kind: "redact", spans: [{ from: 0, to: 4, protects: "p1" }], harm };
      await atDesk.must({ type: "AssessItem", item, outcome }, staffs.reviewer);
    }
    await decided(atDesk, staffs);
    const view = await atDesk.view(staffs.caseworker);
    const sealedTo = {
      controller: publicAuthority,
      request,
      of: one,
      to: view["keys"] as Parameters<typeof sealedAnswer>[1]["to"],
    };
    const { record } = await sendAnswer(h, request, await sealedAnswer(h, sealedTo, { files: said }), staffs);
    expect(record).not.toBe("");
    await atDesk.must({ type: "Disclose", manifest: "a".repeat(64), channel: "self-service" }, staff);
    answers.push(JSON.stringify(await atDesk.view(staff)));
    for (const path of ["", "/export", "/export/blobs/files"]) {
      answers.push(await (await asApplicant(h, one, "GET", `/api/mine/requests/${request}${path}`)).text());
    }
    for (const value of typed) {
      const consent = { application: one.record, purpose: value, act: "give", notice: value };
      const refused = await asApplicant(h, one, "POST", "/api/mine/consents", consent);
      answers.push(await refused.text());
      const reason = { type: "AskScope", reason: value };
      answers.push(await (await atDesk.give(reason, staff)).text());
    }
    // What does not belong in an address or a body is refused without being repeated or kept.
    for (const value of typed) {
      const wrong = [
        await h.get(`/api/desk/applications/${encodeURIComponent(value)}`, staff),
        await h.get(`/api/nowhere?name=${encodeURIComponent(value)}`),
        await h.post("/api/applications", { manifest: value, facts: { lang: value } }),
        await h.post(
          `/api/desk/applications/${one.record}/assessment`,
          { outcome: value, words: value },
          staff,
        ),
      ];
      for (const answer of wrong) answers.push(await answer.text(), JSON.stringify([...answer.headers]));
    }
    await reviewAndHold(one.record);
  });

  /** Words about an access and about a hold, and codes that somebody takes for a place to write in. */
  async function reviewAndHold(record: string): Promise<void> {
    const text = typed.join(" ");
    h.now = new Date("2026-11-24T09:30:00Z");
    const lead = await h.login("decision-maker", publicAuthority);
    const drawn = await h.post("/api/desk/audit/reviews", {}, lead);
    const { id } = (await drawn.json()) as { id: string };
    const path = `/api/desk/audit/reviews/${id}`;
    const about = { controller: publicAuthority, text } as const;
    const said = await wordsAbout(h, { ...about, purpose: "access-review", id });
    const { accesses } = (await (await h.get(path, lead)).json()) as { accesses: { seq: number }[] };
    const judged = { verdict: "reported", words: said };
    const hold = crypto.randomUUID();
    const reason = await wordsAbout(h, { ...about, purpose: "retention-hold", id: hold });
    const scope = { kind: "record", of: record };
    const case_ = `/api/desk/applications/${record}`;
    const told = [
      await h.post(`${path}/accesses/${accesses[0]?.seq}`, judged, lead),
      await h.post("/api/desk/holds", { id: hold, ground: "appeal", scope, words: reason }, lead),
    ];
    expect(told.map(({ status }) => status)).toStrictEqual([200, 201]);
    const refused = [
      await h.post("/api/desk/holds", { id: hold, ground: text, scope }, lead),
      await h.post(`${case_}/recipients`, { recipient: text, kind: "care", on: "2026-11-20" }, lead),
      await h.post(`${case_}/retention-facts`, { recordType: text }, lead),
      await h.post(`${case_}/access-flags`, { flag: text }, lead),
    ];
    expect(refused.map(({ status }) => status)).toStrictEqual([400, 400, 400, 400]);
    const read = [path, "/api/desk/holds", `${case_}/archive-metadata`, "/api/desk/retention/due"];
    for (const one of read) answers.push(await (await h.get(one, lead)).text());
    for (const answer of [...told, ...refused]) answers.push(await answer.text());
  }
  afterAll(() => h.close());

  test("finds nothing in the database", async () => {
    expect(findings(await everything(url))).toStrictEqual([]);
  });

  test("finds nothing in the log lines, and no address of a record there either", () => {
    expect(h.logged.length).toBeGreaterThan(10);
    expect(findings(Buffer.from(h.logged.join("\n")))).toStrictEqual([]);
  });

  test("finds nothing in the answers", () => {
    expect(findings(Buffer.from(answers.join("\n")))).toStrictEqual([]);
  });

  test("would find it: a planted value is found in each dress", async () => {
    for (const dress of dresses(typed[0] ?? "")) {
      expect(findings(Buffer.from(`xx${dress}yy`))).toContain(typed[0]);
    }
    await h.store.write(publicAuthority, (unit) =>
      unit.log.append("planted/1", 0, [
        {
          type: "Planted",
          at: "2026-11-23T09:00:00Z",
          by: "test",
          activity: "x",
          data: { typed: typed[1] ?? "" },
        },
      ]),
    );
    expect(findings(await everything(url))).toStrictEqual([typed[1]]);
  });
});
