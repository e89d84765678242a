/** What of the items leaves, after every outcome has done its work. */
import type { Ref } from "../case/request.ts";
import { harmOf } from "../review/outcome.ts";
import { provisions } from "../review/provisions.ts";
import { deidentify, protectedWords, redact, type Secret } from "../redaction/redact.ts";
import type { OpenedItem } from "./content.ts";

/** An item as it leaves: its text where there is one, and the provision where it is not whole. */
export type GivenItem = {
  readonly id: Ref;
  readonly section: Ref;
  readonly title: string;
  readonly source: string;
  readonly outcome: OpenedItem["outcome"]["kind"];
  readonly text?: string;
  readonly fields?: OpenedItem["fields"];
  readonly provision?: string;
};

/** Everything that must not be seen anywhere in the answer. */
export function secretsOf(items: readonly OpenedItem[]): readonly Secret[] {
  return items.flatMap(({ text, outcome }) =>
    outcome.kind === "redact" || outcome.kind === "deidentify"
      ? outcome.spans.flatMap((span) =>
          protectedWords(text, [span]).map((words) => ({ words, protects: span.protects })),
        )
      : [],
  );
}

function textOf({ text, outcome }: OpenedItem, secrets: readonly Secret[]): string | undefined {
  switch (outcome.kind) {
    case "redact":
      return redact(text, outcome.spans, secrets);
    case "deidentify":
      return deidentify(text, outcome.spans, secrets);
    case "disclose":
    case "reserve":
      return redact(text, [], secrets);
    default:
      return undefined;
  }
}

/** A name that is hidden must not fall together with another one. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let n = 2; taken.has(free); n += 1) free = `${name} ${n}`;
  return free;
}

function cleanFields(fields: OpenedItem["fields"], secrets: readonly Secret[]): OpenedItem["fields"] {
  if (fields === undefined) return undefined;
  const clean = new Map<string, string | number | boolean>();
  const taken = new Set<string>();
  for (const [name, value] of Object.entries(fields)) {
    const written = String(value);
    const hidden = redact(written, [], secrets);
    const free = freeName(redact(name, [], secrets), taken);
    taken.add(free);
    // A number is left a number unless it is one that is protected.
    clean.set(free, hidden === written ? value : hidden);
  }
  return Object.fromEntries(clean);
}

function given(item: OpenedItem, secrets: readonly Secret[]): GivenItem {
  const { id, section, outcome } = item;
  const text = textOf(item, secrets);
  const harm = harmOf(outcome);
  const law = harm === undefined ? undefined : provisions[harm.provision].law;
  const shown = text !== undefined;
  const fields = shown && outcome.kind !== "deidentify" ? cleanFields(item.fields, secrets) : undefined;
  return {
    id,
    section,
    title: shown ? redact(item.title, [], secrets) : "",
    source: shown ? redact(item.source, [], secrets) : "",
    outcome: outcome.kind,
    ...(text === undefined ? {} : { text }),
    ...(fields === undefined ? {} : { fields }),
    ...(law === undefined ? {} : { provision: `${law.act} ${law.at}` }),
  };
}

/**
 * The items as they leave, in order of their ids. What one item hides is hidden in every other as well, in titles,
 * sources and fields too; a withheld item leaves only its place and its provision, not even its title.
 */
export function givenItems(items: readonly OpenedItem[]): readonly GivenItem[] {
  const secrets = secretsOf(items);
  const sorted = [...items].sort((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)));
  return sorted.map((item) => given(item, secrets));
}

/**
 * The items that portability gives: provided by the person, on consent or contract, processed by automated means.
 * Assessments, references and what others have said stay.
 */
export function portableItems(items: readonly OpenedItem[]): readonly OpenedItem[] {
  return items.filter(({ origin, outcome }) => {
    const basis = origin?.basis === "consent" || origin?.basis === "contract";
    return origin?.providedBySubject === true && origin.automated && basis && outcome.kind !== "withhold";
  });
}
