/**
 * Does the published notice still say what the model says? Statement against statement, both ways, with the
 * item of Art. 13 or 14 that each belongs to, and what follows: nothing, tell people again, or ask them again.
 */
import type { Localized } from "@tillit/law-reference";
import type { Finding } from "../check/finding.ts";
import { gdpr } from "../law/law-ref.ts";
import { articleOf } from "../notice/items.ts";
import type { NoticeDocument, NoticeRef } from "../notice/notice-document.ts";
import { driftCodes } from "./codes.ts";
import { plainText } from "./plain-text.ts";
import { labelKey, overlap, placedStatements, type Statement, statementsOf } from "./statement.ts";

export type DriftFinding = Finding & {
  /** The item concerned; absent for what only the published text says. */
  readonly ref?: NoticeRef;
  /** What the model says and the published text does not. */
  readonly expected: readonly string[];
  /** What the published text says instead, or beyond the model. */
  readonly published: readonly string[];
};

export type DriftReport = {
  readonly findings: readonly DriftFinding[];
  /** `cosmetic`: worded or set differently, saying the same. */
  readonly change: "none" | "cosmetic" | "material";
  readonly action: "none" | "re-notify" | "re-consent";
  /** Statements of the model found in the published text. */
  readonly kept: number;
  readonly total: number;
};

/** Items that a consent is about: if one changes, the old consent does not cover the new processing. */
const consentItems: ReadonlySet<string> = new Set([
  "13.1.a",
  "13.1.c",
  "13.1.e",
  "13.1.f",
  "13.2.f",
  "14.1.a",
  "14.1.c",
  "14.1.d",
  "14.1.e",
  "14.1.f",
  "14.2.g",
]);

const alike = 0.5;

/**
 * Compares a published notice with the one that the model gives now.
 *
 * @param published - the text as people see it: HTML, Markdown or plain text, in the language of `current`
 */
export function drift(published: string, current: NoticeDocument): DriftReport {
  const text = plainText(published);
  const expected = expectedStatements(current);
  const said = placedStatements(text, new Set(expected.flatMap(({ term }) => term ?? [])));
  const byKey = new Set(said.map(({ key }) => key));
  const placed = new Set(said.flatMap(({ key, under }) => (under === undefined ? [] : `${under}|${key}`)));
  const terms = new Set(said.flatMap(({ under }) => under ?? []));
  // What is said of one activity does not count for another; a text without our terms is taken as it stands.
  const lost = expected.filter(
    ({ statement: { key }, term }) =>
      !byKey.has(key) || (term !== undefined && terms.has(term) && !placed.has(`${term}|${key}`)),
  );
  const labels = new Set(expected.map(({ statement }) => statement.key));
  for (const label of labelsOf(current)) labels.add(label);
  const beyond = said.filter(({ key }) => !labels.has(key));
  const findings = [...byItem(lost, beyond), ...onlyPublished(beyond, lost)];
  const material = findings.length > 0;
  const reworded = !material && normal(text) !== normal(plainOf(current));
  return {
    findings,
    change: material ? "material" : reworded ? "cosmetic" : "none",
    action: actionFor(findings, current),
    kept: expected.length - lost.length,
    total: expected.length,
  };
}

type Expected = { readonly ref: NoticeRef; readonly statement: Statement; readonly term?: string };

function expectedStatements(current: NoticeDocument): readonly Expected[] {
  return current.blocks.flatMap(({ kind, ref, text, items }) => {
    if (kind === "h") return [];
    if (items === undefined) return statementsOf(text).map((statement) => ({ ref, statement }));
    return items.flatMap((item) =>
      statementsOf(item.text).map((statement) => ({ ref, statement, term: labelKey(item.term) })),
    );
  });
}

/** Title, headings and terms: they are in the published text and state nothing. */
function labelsOf(current: NoticeDocument): readonly string[] {
  const labels = [
    current.title,
    ...current.blocks.flatMap(({ kind, text, items }) =>
      kind === "h" ? [text] : (items?.map(({ term }) => term) ?? []),
    ),
  ];
  return labels.flatMap((label) => statementsOf(`${label}.`).map(({ key }) => key));
}

function plainOf(current: NoticeDocument): string {
  const lines = current.blocks.flatMap(({ text, items }) =>
    items === undefined ? [text] : items.flatMap((item) => [item.term, item.text]),
  );
  return [current.title, ...lines].join("\n");
}

function normal(text: string): string {
  return text.normalize("NFC").replace(/\s+/gu, " ").trim();
}

function byItem(lost: readonly Expected[], beyond: readonly Statement[]): readonly DriftFinding[] {
  const refs = [...new Set(lost.map(({ ref }) => ref))];
  return refs.map((ref) => {
    const own = lost.filter((one) => one.ref === ref).map(({ statement }) => statement);
    const instead = beyond.filter((other) => own.some((one) => overlap(one, other) >= alike));
    const changed = instead.length > 0;
    return {
      code: changed ? "CLB402" : "CLB401",
      severity: "error",
      path: [ref],
      ref,
      expected: own.map(({ text }) => text),
      published: instead.map(({ text }) => text),
      message: driftCodes[changed ? "CLB402" : "CLB401"],
      law: [gdpr(articleOf(ref))],
      fix: publish,
    };
  });
}

function onlyPublished(beyond: readonly Statement[], lost: readonly Expected[]): readonly DriftFinding[] {
  const alone = beyond.filter((other) => !lost.some(({ statement }) => overlap(statement, other) >= alike));
  if (alone.length === 0) return [];
  return [
    {
      code: "CLB403",
      severity: "warning",
      path: [],
      expected: [],
      published: alone.map(({ text }) => text),
      message: driftCodes.CLB403,
      law: [gdpr("5(1)(a)")],
      fix: withdrawText,
    },
  ];
}

function actionFor(findings: readonly DriftFinding[], current: NoticeDocument): DriftReport["action"] {
  if (findings.length === 0) return "none";
  const touchesConsent = findings.some(({ ref }) => ref === undefined || consentItems.has(ref));
  return current.consent.length > 0 && touchesConsent ? "re-consent" : "re-notify";
}

const publish: Localized = {
  sv: "Publicera den nya texten och berätta om ändringen.",
  en: "Publish the new text and tell people of the change.",
};
const withdrawText: Localized = {
  sv: "Beskriv behandlingen i modellen eller ta bort påståendet.",
  en: "Describe the processing in the model or remove the statement.",
};
