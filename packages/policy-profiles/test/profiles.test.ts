import { parseDate } from "@tillit/civil-time";
import {
  checkActivity,
  type CheckOptions,
  drift,
  driftMarkdown,
  inForceOn,
  noticeHtml,
  noticeMarkdown,
  type NoticeLevel,
  parseRegister,
  recordCsv,
  rightsFor,
  toArticle30,
  toNotice,
} from "@tillit/consent-legal-basis";
import { applicationActivities, profiles } from "@tillit/policy-profiles";
import { knownRetention, swedishLaw } from "@tillit/welfare-law";
import { describe, expect, it } from "vitest";
import { sourcesPresent, sourceTexts, whyAbsent } from "./source-files.ts";

const on = parseDate("2026-11-21");
const options: CheckOptions = { national: swedishLaw, retentionRules: knownRetention(on) };
const everyone = profiles.map((profile) => ({ id: profile.id, profile }));
const notices = everyone.flatMap(({ id, profile }) =>
  (["sv", "en"] as const).flatMap((locale) =>
    (["full", "short", "easy-read"] as const).map((level: NoticeLevel) => ({ id, profile, locale, level })),
  ),
);

describe("The five organisations", () => {
  it("Their activities are well formed and survive JSON", () => {
    for (const { activities, declared } of profiles) {
      const register = [...activities, ...declared];
      expect(parseRegister(JSON.parse(JSON.stringify(register)))).toEqual(register);
      expect(new Set(register.map(({ id }) => id)).size).toBe(register.length);
    }
  });

  it("Every retention rule they name is a rule of the Swedish set", () => {
    const known = knownRetention(on);
    const named = profiles.flatMap(({ activities, retentionRules }) => [
      ...retentionRules,
      ...activities.map(({ retentionRule }) => retentionRule),
    ]);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });

  it.each(everyone)(
    "$id: what applicants are told rests on grounds without a fault of their own",
    ({ profile }) => {
      const own = applicationActivities(profile).flatMap((activity) => checkActivity(activity, on, options));
      // What is left are facts that the organisation has not published: officer, contact, name of the authority.
      const open = new Set(["CLB030", "CLB035", "CLB037"]);
      expect(own.filter(({ code, severity }) => severity === "error" && !open.has(code))).toEqual([]);
    },
  );

  it.each(everyone)(
    "$id: the findings on its activities, as they are and as its text states them",
    async ({ id, profile }) => {
      const lines: string[] = [];
      for (const activity of [...profile.activities, ...profile.declared]) {
        const findings = checkActivity(activity, on, options);
        lines.push(
          `${activity.id}: ${findings.filter(({ severity }) => severity === "error").length} errors`,
        );
        for (const { code, severity, path, message } of findings) {
          lines.push(`  ${code} ${severity} ${path.join(".")}: ${message.en}`);
        }
      }
      await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(`golden/${id}.findings.txt`);
    },
  );

  it("The two texts that rest on consent are told so, with the offences and the tie", () => {
    const codes = (id: string): readonly string[] =>
      profiles
        .flatMap(({ declared }) => declared)
        .filter((activity) => activity.id === id)
        .flatMap((activity) => checkActivity(activity, on, options).map(({ code }) => code));
    expect(codes("socialt-skyddsnat/application-as-stated")).toEqual(
      expect.arrayContaining(["CLB006", "CLB009", "CLB010", "CLB025", "CLB026", "CLB029", "CLB038"]),
    );
    expect(codes("kasam-familjehemsvard/application-as-stated")).toEqual(
      expect.arrayContaining(["CLB026", "CLB029"]),
    );
    expect(codes("socialt-skyddsnat/journal-as-stated")).toEqual(
      expect.arrayContaining(["CLB003", "CLB031"]),
    );
    expect(codes("ifo-namnd/case-file-as-stated")).toContain("CLB031");
    expect(codes("skinnskatteberg-ifo/case-file-as-stated")).not.toContain("CLB031");
  });

  it.each(notices)("$id: the notice, $locale, $level", async ({ id, profile, locale, level }) => {
    const notice = toNotice(profile.activities, { article: 13, locale, level, on, national: swedishLaw });
    const missing = notice.missing
      .map(({ code, message }) => `<!-- ${code} ${message[locale]} -->\n`)
      .join("");
    await expect(noticeMarkdown(notice) + missing).toMatchFileSnapshot(`golden/${id}.${locale}.${level}.md`);
    expect(drift(noticeHtml(notice), notice).findings).toEqual([]);
  });

  it.each(notices.filter(({ level }) => level === "full"))(
    "$id: the notice as HTML, $locale",
    async ({ id, profile, locale }) => {
      const notice = toNotice(profile.activities, {
        article: 14,
        locale,
        level: "full",
        on,
        national: swedishLaw,
      });
      await expect(noticeHtml(notice)).toMatchFileSnapshot(`golden/${id}.${locale}.html`);
    },
  );

  it.each(everyone)("$id: the record of processing has a row per activity", ({ profile }) => {
    const record = toArticle30(profile.activities, { locale: "sv" });
    expect(record.rows).toHaveLength(profile.activities.length);
    expect(recordCsv(record).split("\r\n")).toHaveLength(profile.activities.length + 2);
  });

  it.each(everyone)("$id: every law it rests on binds it and is in force", ({ profile }) => {
    const cited = profile.activities.flatMap((activity) =>
      rightsFor(activity, on, { national: swedishLaw }).flatMap(({ because }) => because),
    );
    expect(cited.filter((ref) => !inForceOn(ref.inForce, on))).toEqual([]);
  });

  it.for(everyone)("$id: how its published text and the model differ, item by item", async (row, context) => {
    if (!sourcesPresent) context.skip(whyAbsent);
    const { id, profile } = row;
    const text = sourceTexts().get(profile.source.document) ?? "";
    const notice = toNotice(profile.activities, {
      article: 13,
      locale: "sv",
      level: "full",
      on,
      national: swedishLaw,
    });
    const report = drift(text, notice);
    expect(report).toMatchObject({ change: "material", action: "re-notify" });
    // Without excerpts: the published text is not kept here.
    await expect(driftMarkdown(report, "sv", false)).toMatchFileSnapshot(`golden/${id}.drift.md`);
  });
});
