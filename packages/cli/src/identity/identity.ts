import { parseIdentityNumber } from "@tillit/swedish-identity";
import { readText, standardStream } from "../files/input.ts";
import type { Io } from "../console/io.ts";
import { writeJson } from "../files/output.ts";

/** A number is short; more is not one. */
const longest = 1024;

/** `tillit identity`: parts that a number with 00 does not say are null. */
export async function identity(argument: string | undefined, io: Io): Promise<void> {
  const fromStdin = argument === undefined || argument === standardStream;
  const text = fromStdin ? (await readText(io, standardStream, longest)).trim() : argument;
  const { kind, normalized, birthDate, birthDay } = parseIdentityNumber(text, io.today());
  await writeJson(io, {
    kind,
    normalized,
    birthDate: birthDate ?? null,
    birthDay: birthDay ?? null,
    valid: true,
  });
}
