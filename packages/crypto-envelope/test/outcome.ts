import { EnvelopeError } from "../src/errors.ts";

/** `ok`, or the code of the refusal; anything that is not a coded error is passed on. */
export async function codeOf(attempt: () => unknown): Promise<string> {
  try {
    await attempt();
    return "ok";
  } catch (cause) {
    if (cause instanceof EnvelopeError) return cause.code;
    throw cause;
  }
}

/** How often each answer came. */
export function tally(answers: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const answer of answers) counts[answer] = (counts[answer] ?? 0) + 1;
  return counts;
}
