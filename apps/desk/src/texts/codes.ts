/** Words for the codes that the API sends; a code without a word is shown as it is, never hidden. */
import type { Language } from "@tillit/law-reference";
import type { Texts } from "./sv.ts";

function word(words: Readonly<Record<string, string>>, code: string): string {
  return words[code] ?? code;
}

export function statusText(code: string, texts: Texts): string {
  return word(texts.status, code);
}

/** The kit's look for a status: done, over, or under way. */
export function statusClass(code: string): string {
  if (code === "decided") return "status good";
  return code === "withdrawn" || code === "disposed" ? "status ended" : "status";
}

export function assignmentList(codes: readonly string[], texts: Texts): string {
  return codes.map((code) => word(texts.assignment, code)).join(", ");
}

export function eventText(code: string, texts: Texts): string {
  return word(texts.events, code);
}

export function roleText(code: string, texts: Texts): string {
  return word(texts.user.roles, code);
}

export function outcomeText(code: string, texts: Texts): string {
  return word({ ...texts.words.assessments, ...texts.words.decisions }, code);
}

export function applicationOutcomeText(code: string, texts: Texts): string {
  return word(texts.retention.decisions, code);
}

export function dispositionText(code: string, texts: Texts): string {
  return word(texts.retention.outcomes, code);
}

/** What is to go now goes to the board or is disposed of, by its outcome. */
export function dispositionStatus({ outcome, status }: StandsWhere, texts: Texts): string {
  if (outcome === "transfer" && status === "due") return texts.retention.transferDue;
  return word(texts.retention.statuses, status);
}

type StandsWhere = Readonly<Record<"outcome" | "status", string>>;

export function gradeText(code: string, texts: Texts): string {
  return word(texts.retention.grade, code);
}

export function rightText(code: string, texts: Texts): string {
  return word(texts.requests.rights, code);
}

export function transferText(code: string, texts: Texts): string {
  return word(texts.retention.transferTo, code);
}

export function requestStatus(code: string, texts: Texts): string {
  return word(texts.requests.phases, code);
}

/** A provision as the language writes it: "artikel 12.3" in Swedish, "art. 12(3)" in English. */
export function lawText({ act, at }: { readonly act: string; readonly at: string }, lang: Language): string {
  if (lang === "en") return `${act} ${at}`;
  const name = act
    .replace("Reg. (EEC, Euratom)", "förordning (EEG, Euratom)")
    .replace("GDPR", "dataskyddsförordningen");
  const place = at
    .replace("art.", "artikel")
    .replaceAll(/\((\d+)\)/gu, ".$1")
    .replaceAll(/\(([a-z])\)/gu, " $1");
  return `${name} ${place}`;
}

/** Who did it: a role with the log's pseudonym, the applicant, or the system. */
export function actorText(by: string, texts: Texts): string {
  const [who = "", ref = ""] = by.split(":");
  const name = word({ ...texts.user.roles, ...texts.actors }, who);
  return ref === "" ? name : `${name} ${ref.slice(0, 6)}`;
}
