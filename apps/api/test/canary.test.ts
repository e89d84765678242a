/** Nothing that was typed is anywhere the operator can see: not in tables, files, logs, answers or exports. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Receipt } from "@tillit/crypto-envelope";
import { engines, freshDatabase } from "./setup/databases.ts";
import { harness, ownToken, publicAuthority, type Harness } from "./setup/harness.ts";
import { sealed, sealedWords, section } from "./setup/sealing.ts";
import { dresses, everything, found } from "./setup/sweep.ts";

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
  });
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
