/** Consents exist only where consent is the ground; they are given and withdrawn with the receipt, and the log holds ids. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parseDate } from "@tillit/civil-time";
import type { ProcessingActivity } from "@tillit/consent-legal-basis";
import { profiles } from "@tillit/policy-profiles";
import { engines, freshDatabase } from "../setup/databases.ts";
import { harness, privateProvider, publicAuthority, type Harness } from "../setup/harness.ts";
import { asApplicant } from "../setup/request-desk.ts";
import type { SealedPackage } from "../setup/sealing.ts";

const provider = profiles.find(({ id }) => id === privateProvider);
const [application] = provider?.activities ?? [];
if (provider === undefined || application === undefined) throw new Error("setup");

const newsletter: ProcessingActivity = {
  id: `${privateProvider}/newsletter`,
  version: 1,
  validFrom: parseDate("2026-01-01"),
  title: { sv: "nyhetsbrev", en: "newsletter" },
  purpose: {
    sv: "Vi skickar ett nyhetsbrev om utbildningar till den som har bett om det",
    en: "We send a newsletter on courses to those who asked for it",
  },
  controller: application.controller,
  task: "own-administration",
  subjects: [{ id: "readers", relation: "visitor", label: { sv: "läsare", en: "readers" } }],
  data: [{ id: "email", kind: "ordinary", label: { sv: "e-postadress", en: "e-mail address" } }],
  source: "subject",
  recipients: [],
  transfers: { assessed: true, to: [] },
  basis: {
    art6: "a",
    consent: "opt-in",
    terms: {
      expression: "separate-act",
      explicit: false,
      tied: false,
      withdrawal: { channel: { sv: "mina sidor", en: "my pages" }, asEasy: true },
      givers: [{ role: "subject", count: 1 }],
      actsAs: "processing",
    },
  },
  safeguards: [],
  retentionRule: "se/plan/provider",
  retention: { sv: "Adressen tas bort när du avslutar", en: "The address is removed when you unsubscribe" },
  requirement: {
    kind: "voluntary",
    consequence: { sv: "Utan adress inget brev", en: "Without an address no letter" },
  },
  security: [{ measure: { sv: "Kryptering", en: "Encryption" }, evidence: { id: "security-plan" } }],
};

/** The same, but tied to the service: a consent in name only. */
const tied: ProcessingActivity = {
  ...newsletter,
  id: `${privateProvider}/tied`,
  data: [{ id: "picture", kind: "ordinary", label: { sv: "bild", en: "picture" } }],
  basis: {
    art6: "a",
    consent: "opt-in",
    terms: {
      expression: "form-submission",
      explicit: false,
      tied: true,
      givers: [{ role: "subject", count: 1 }],
      actsAs: "processing",
    },
  },
};

/** The same, but kept by a rule that there is none of: nobody knows when it goes. */
const astray: ProcessingActivity = {
  ...newsletter,
  id: `${privateProvider}/astray`,
  data: [{ id: "phone", kind: "ordinary", label: { sv: "telefon", en: "telephone" } }],
  retentionRule: "until-withdrawn",
};

interface Own {
  readonly purpose: string;
  readonly state: string;
  readonly usable: boolean;
  readonly notice: { readonly version: string };
  readonly history: readonly { readonly type: string }[];
}

describe.each(engines)("consents on %s", (engine) => {
  let h: Harness;
  let one: SealedPackage;
  beforeEach(async () => {
    const activities = [...(provider?.activities ?? []), newsletter, tied, astray];
    const own = profiles.map((profile) =>
      profile === provider ? Object.assign({}, profile, { activities }) : profile,
    );
    h = await harness({ url: await freshDatabase(engine), more: { profiles: own } });
    one = await h.submitted(privateProvider);
  });
  afterEach(() => h.close());

  const mine = async (): Promise<Own> => {
    const answer = await asApplicant(h, one, "GET", "/api/mine/consents?lang=en");
    const { consents } = (await answer.json()) as { consents: Own[] };
    expect(consents).toHaveLength(1);
    return consents[0] as Own;
  };
  const act = async (what: string, notice: string, of = one): Promise<Response> =>
    asApplicant(h, of, "POST", "/api/mine/consents?lang=en", {
      application: one.record,
      purpose: newsletter.id,
      act: what,
      notice,
    });

  test("are listed where consent carries the activity, and in the record of processing on the same ground", async () => {
    const listed = async (id: string) =>
      ((await (await h.get(`/api/controllers/${id}/consents?lang=en`)).json()) as { consents: object[] })
        .consents;
    expect(await listed(privateProvider)).toMatchObject([
      { purpose: newsletter.id, title: "newsletter", data: ["e-mail address"], withdrawal: "my pages" },
    ]);
    expect(await listed(publicAuthority)).toStrictEqual([]);
    const officer = await h.login("privacy-officer", privateProvider);
    const { columns, rows } = (await (
      await h.get("/api/desk/record-of-processing?lang=en", officer)
    ).json()) as { columns: string[]; rows: string[][] };
    const row = rows.find((cells) => cells.some((cell) => cell.includes("newsletter")));
    expect(columns.length).toBeGreaterThan(5);
    expect(row?.join(" ")).toContain("Article 6(1)(a)");
  });

  test("are given and withdrawn as easily, each an event of ids, and what stops is told", async () => {
    const before = await mine();
    expect(before).toMatchObject({ state: "unknown", usable: false, history: [] });
    const given = await act("give", before.notice.version);
    expect([given.status, await given.json()]).toMatchObject([201, { state: "given", usable: true }]);
    const back = await act("withdraw", before.notice.version);
    expect([back.status, await back.json()]).toMatchObject([
      201,
      { state: "withdrawn", usable: false, stops: [{ title: "newsletter" }] },
    ]);
    expect((await mine()).history.map(({ type }) => type)).toStrictEqual([
      "ConsentGiven",
      "ConsentWithdrawn",
    ]);
    const events = await h.store.read(privateProvider, (unit) =>
      unit.log.load(`consent/${one.record}/${newsletter.id}`),
    );
    expect(events.map(({ activity }) => activity)).toStrictEqual([newsletter.id, newsletter.id]);
    expect(events[1]?.data).toMatchObject({ stops: [newsletter.id], erases: ["email"] });
    const desk = await h.login("caseworker", privateProvider);
    expect(
      await (await h.get(`/api/desk/applications/${one.record}/consents?lang=en`, desk)).json(),
    ).toMatchObject({ consents: [{ state: "withdrawn", usable: false }] });
  });

  test("nobody agrees to another text than today's, or for someone else, and what is tied or kept by no rule does not exist", async () => {
    const { notice } = await mine();
    expect(await (await act("give", "0".repeat(64))).json()).toMatchObject({ reason: "NOTICE_CHANGED" });
    const stranger = await h.submitted(privateProvider);
    expect((await act("give", notice.version, stranger)).status).toBe(404);
    for (const { id } of [tied, astray]) {
      const fake = await asApplicant(h, one, "POST", "/api/mine/consents", {
        application: one.record,
        purpose: id,
        act: "give",
        notice: notice.version,
      });
      expect(fake.status).toBe(404);
    }
  });
});
