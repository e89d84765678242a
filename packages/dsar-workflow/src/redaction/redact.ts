/**
 * Hiding what protects someone. The protected words are taken out wherever they stand, not only where the reviewer
 * marked them, and every hidden stretch is replaced by a mark of one length, so that the gap tells nothing.
 */
import type { Ref } from "../case/request.ts";
import { DsarError } from "../errors.ts";
import type { Span } from "../review/outcome.ts";
import { occurrencesIn, searchable } from "./occurrence.ts";
import { type Sought, soughtFor } from "./sought.ts";

/** What stands where something was hidden. */
export const redactionMark = "█████";

type Stretch = { readonly from: number; readonly to: number; readonly protects: Ref };

/** The protected words of a text, each once. Shorter than two letters is no name and is hidden only where it stands. */
export function protectedWords(text: string, spans: readonly Span[]): readonly string[] {
  return [...new Set(spans.map((span) => slice(text, span).trim()).filter((words) => words.length > 1))];
}

function slice(text: string, { from, to }: Span): string {
  const whole = Number.isSafeInteger(from) && Number.isSafeInteger(to) && from >= 0 && to > from;
  if (!whole || to > text.length) {
    throw new DsarError("SPAN_OUT_OF_RANGE", "a span must lie inside the text it hides a part of");
  }
  return text.slice(from, to);
}

function merged(stretches: readonly Stretch[]): readonly Stretch[] {
  const out: { from: number; to: number; protects: Ref }[] = [];
  for (const next of [...stretches].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = out.at(-1);
    if (last === undefined || next.from >= last.to) out.push({ ...next });
    else last.to = Math.max(last.to, next.to);
  }
  return out;
}

const unseen = /^\p{Default_Ignorable_Code_Point}$/u;

// Nothing that is not seen is left hanging at the end of what is hidden.
function pastUnseen(text: string, to: number): number {
  let end = to;
  while (unseen.test(text.charAt(end))) end += 1;
  return end;
}

/** Words that must not be seen, and whom that protects. */
export type Secret = { readonly words: string; readonly protects: Ref };

// A package hides the same words in many texts; what to look for is worked out once for as long as they are held.
const worked = new WeakMap<Secret, readonly Sought[]>();

function soughtOf(secret: Secret): readonly Sought[] {
  const found = worked.get(secret) ?? soughtFor(secret.words);
  worked.set(secret, found);
  return found;
}

/**
 * The text with every marked stretch, and every other place the same words stand, replaced.
 *
 * @param also - words protected elsewhere that must not stand here either
 * @param mark - what to write instead; one fixed mark unless told
 * @throws {@link DsarError} `SPAN_OUT_OF_RANGE`
 */
export function redact(
  text: string,
  spans: readonly Span[],
  also: readonly Secret[] = [],
  mark: (protects: Ref) => string = () => redactionMark,
): string {
  const secrets = spans.flatMap((span) =>
    protectedWords(text, [span]).map((words) => ({ words, protects: span.protects })),
  );
  const ready = searchable(text);
  const stretches = merged([
    ...spans,
    ...[...secrets, ...also].flatMap((secret) =>
      occurrencesIn(ready, soughtOf(secret)).map(({ from, to }) => ({
        from,
        to: pastUnseen(text, to),
        protects: secret.protects,
      })),
    ),
  ]);
  let out = "";
  let at = 0;
  for (const { from, to, protects } of stretches) {
    out += text.slice(at, from) + mark(protects);
    at = to;
  }
  return out + text.slice(at);
}

/**
 * The text with each protected person under a letter of their own, the same throughout: "[person A]".
 *
 * @throws {@link DsarError} `SPAN_OUT_OF_RANGE`
 */
export function deidentify(text: string, spans: readonly Span[], also: readonly Secret[] = []): string {
  const order = [...new Set([...spans].map(({ protects }) => protects))];
  const letter = (protects: Ref): string => {
    const n = order.indexOf(protects);
    return n === -1
      ? redactionMark
      : `[person ${String.fromCharCode(65 + (n % 26))}${n < 26 ? "" : Math.floor(n / 26)}]`;
  };
  return redact(text, spans, also, letter);
}
