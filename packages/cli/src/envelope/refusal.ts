import type { Language } from "@tillit/law-reference";
import { EnvelopeError, type EnvelopeErrorCode } from "@tillit/crypto-envelope";
import { CommandError, exit, type ExitCode } from "../console/outcome.ts";

/** What is refused because opening it would not be safe, and not because it was asked for wrongly. */
const unsafe: ReadonlySet<string> = new Set([
  "SIGNATURE",
  "CONTEXT",
  "UNWRAP",
  "COMMITMENT",
  "CORRUPT",
  "TRUNCATED",
  "DIRECTORY",
  "POLICY",
]);

const inSwedish: Readonly<Record<EnvelopeErrorCode, string>> = {
  FORMAT: "det har inte den form som krävs",
  LIMIT: "det är större eller fler än vad som är tillåtet",
  VERSION: "det har en annan version än den som går att läsa",
  SUITE: "det är förseglat på ett annat sätt än CE1",
  SIGNATURE: "en underskrift saknas, stämmer inte eller är gjord med en annan nyckel",
  CONTEXT: "det hör till något annat än det som väntades",
  NO_KEY: "det är inte förseglat för den här nyckeln",
  UNWRAP: "gruppens nyckel går inte att öppna med den här nyckeln",
  COMMITMENT: "det är förseglat med en annan nyckel eller för något annat",
  CORRUPT: "innehållet är inte det som förseglades och skrevs under",
  TRUNCATED: "slutet saknas",
  SHREDDED: "den här delens nyckel är förstörd",
  PASSPHRASE: "ingen del av nyckelfilen öppnas med den lösenfrasen",
  DIRECTORY:
    "nyckeldokumentet har gått ut, är ett äldre, är en annan ansvarigs eller har ingen nyckel som gäller nu",
  POLICY: "det tillåts inte: nycklar av olika eller för svagt slag, eller en lösenfras under 8 tecken",
  PLATFORM: "datorn saknar något som behövs",
};

function exitFor(code: string): ExitCode {
  if (code === "SHREDDED") return exit.partly;
  return unsafe.has(code) ? exit.refused : exit.wrongUse;
}

/** A refusal by the envelope as an error of the command line: its code, its sentence and how to end. */
export function refusalOf(error: EnvelopeError, lang: Language): CommandError {
  const message = lang === "sv" ? inSwedish[error.code] : error.message;
  return new CommandError(error.code, message, exitFor(error.code));
}

/**
 * Runs a task whose refusals by the envelope end the command with their code and the fitting exit code, in Swedish
 * where that is asked for.
 */
export async function refusals(task: () => Promise<void>, lang: Language = "en"): Promise<void> {
  try {
    await task();
  } catch (error) {
    if (!(error instanceof EnvelopeError)) throw error;
    throw refusalOf(error, lang);
  }
}
