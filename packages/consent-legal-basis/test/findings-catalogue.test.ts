import { describe, expect, it } from "vitest";
import { recordGaps } from "../src/art30/record-of-processing.ts";
import { activityRules } from "../src/check/rules.ts";
import { validityRules } from "../src/consent/validity.ts";
import { driftCodes } from "../src/drift/codes.ts";
import { lintFixes } from "../src/lint/fixes.ts";
import { lintRules } from "../src/lint/lint-rules.ts";
import { detectors } from "../src/lint/missing-answers.ts";
import { itemPlaces, noticeItems } from "../src/notice/items.ts";

type Text = { readonly sv: string; readonly en: string };
type Section = {
  readonly code: string;
  readonly title: string;
  readonly severity: string;
  readonly law: readonly string[];
  readonly says: Text;
  readonly remedy: Text;
};

const fill: Text = {
  sv: "Fyll i uppgiften i beskrivningen av behandlingen.",
  en: "Fill in the fact in the activity.",
};

const stale: readonly Section[] = [
  {
    code: "CLB501",
    title: "Former name",
    severity: "error for an authority, else warning",
    law: ["13(2)(d)", "12(1)"],
    says: { sv: "Namnet är ersatt.", en: "The name was replaced." },
    remedy: lintFixes.P5,
  },
  {
    code: "CLB502",
    title: "Repealed act",
    severity: "error",
    law: ["5(1)(a)", "6(3)"],
    says: { sv: "Lagen är upphävd.", en: "The act is repealed." },
    remedy: lintFixes.P6,
  },
  {
    code: "CLB529",
    title: "Old text",
    severity: "warning",
    law: ["12(1)", "5(2)"],
    says: { sv: "Texten är mer än tre år gammal.", en: "The text is more than three years old." },
    remedy: lintFixes.P15,
  },
];

const parts: readonly (readonly [string, readonly Section[]])[] = [
  [
    "Processing activities (checkActivity)",
    activityRules.map(({ code, title, severity, articles, topics = [], message, fix }) => ({
      code,
      title: title.en,
      severity,
      law: [...articles, ...topics.map((topic) => `national: ${topic}`)],
      says: message,
      remedy: fix,
    })),
  ],
  [
    "Notices (toNotice)",
    noticeItems.map((item) => {
      const { code, what, in13, in14 } = itemPlaces[item];
      const law = [in13 === undefined ? "" : `13.${in13}`, in14 === undefined ? "" : `14.${in14}`];
      return {
        code,
        title: item,
        severity: "error",
        law: law.filter((place) => place !== ""),
        says: { sv: `Texten kan inte säga ${what.sv}.`, en: `The text cannot say ${what.en}.` },
        remedy: fill,
      };
    }),
  ],
  [
    "Record of processing (toArticle30)",
    recordGaps.map(({ code, letter, what, path }) => ({
      code,
      title: path,
      severity: "warning",
      law: [`30(1)(${letter})`],
      says: { sv: `Förteckningen saknar ${what.sv}.`, en: `The record lacks ${what.en}.` },
      remedy: fill,
    })),
  ],
  [
    "Consents given (consentFindings)",
    validityRules.map(({ code, title, severity, articles, message, fix }) => ({
      code,
      title: title.en,
      severity,
      law: articles,
      says: message,
      remedy: fix,
    })),
  ],
  [
    "Published text against model (drift)",
    Object.entries<Text>(driftCodes).map(([code, says]) => ({
      code,
      title: says.en.replace(/\.$/, ""),
      severity: code === "CLB403" ? "warning" : "error",
      law: ["the item's own article"],
      says,
      remedy: { sv: "Rätta texten eller modellen.", en: "Correct the text or the model." },
    })),
  ],
  [
    "Policy texts (lint)",
    [
      ...stale,
      ...lintRules.map(({ code, problems, severity, confidence, articles, topics = [], message }) => ({
        code,
        title: `${problems.join(", ")}, confidence ${confidence}`,
        severity,
        law: [...articles, ...topics.map((topic) => `national: ${topic}`)],
        says: message,
        remedy: lintFixes[problems[0] ?? "P8"],
      })),
      ...detectors.map(({ code, item, article }) => ({
        code,
        title: `nothing on ${item}`,
        severity: "error",
        law: [article],
        says: {
          sv: `Texten säger inte ${itemPlaces[item].what.sv}.`,
          en: `The text does not say ${itemPlaces[item].what.en}.`,
        },
        remedy: lintFixes.P8,
      })),
    ].toSorted((a, b) => (a.code < b.code ? -1 : 1)),
  ],
];

describe("The catalogue of findings", () => {
  it("No code stands for two things", () => {
    const codes = parts.flatMap(([, sections]) => sections.map(({ code }) => code));
    expect(new Set(codes).size).toBe(codes.length);
  });

  it("Every code has its section in docs/findings.md", async () => {
    const body: string[] = [];
    for (const [heading, sections] of parts) {
      body.push(`# ${heading}`, "");
      for (const { code, title, severity, law, says, remedy } of sections) {
        const places = law.map((place) => (/^\d/.test(place) ? `GDPR Art. ${place}` : place)).join(", ");
        body.push(`## ${code} ${title}`, "", `Severity: ${severity}. Law: ${places}.`, "");
        body.push(`- en: ${says.en} Remedy: ${remedy.en}`, `- sv: ${says.sv} Åtgärd: ${remedy.sv}`, "");
      }
    }
    const intro = [
      "Every finding of `@tillit/consent-legal-basis`. A code keeps its meaning for ever and is never used again.",
      "The GDPR applies from 25 May 2018; the provisions behind a national topic, with their days in force, come",
      "with the national law that the caller hands in (for Sweden `packages/welfare-law/docs/statutes.md`).",
      "",
    ];
    await expect([...intro, ...body].join("\n")).toMatchFileSnapshot("../docs/findings.md");
  });
});
