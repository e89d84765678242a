/** The shape every command must have, whoever built it. */
import { isCalendarDate } from "@tillit/civil-time";
import type { Command } from "./command.ts";
import { holdsIdentityNumber, textsIn } from "./identity-number.ts";
import { payloadFields, reasonFields } from "./payload.ts";
import type { RefusalDetail } from "./refusal.ts";

// References, digests, codes, dates and base64 signatures; nothing a sentence or a name with a space could pass as.
const plain = /^[A-Za-z0-9][A-Za-z0-9._:+/=-]{0,255}$/;
const dateFields: ReadonlySet<string> = new Set(["receivedOn", "replyBy", "servedOn", "filedOn", "liftOn"]);

function fault(text: string): RefusalDetail | undefined {
  if (!plain.test(text)) return { code: "DSAR_REFERENCE_MALFORMED" };
  return holdsIdentityNumber(text) ? { code: "DSAR_IDENTITY_NUMBER" } : undefined;
}

/** What is wrong with a command before any rule of the machine is asked. */
export function faultIn(command: Command): RefusalDetail | undefined {
  const values: Readonly<Record<string, unknown>> = { ...command };
  for (const field of payloadFields[command.type]) {
    const value = values[field];
    if (value === undefined) continue;
    if (value === "" && reasonFields.includes(field)) return { code: "DSAR_REASON_REQUIRED" };
    if (dateFields.has(field) && !isCalendarDate(value)) return { code: "DSAR_DATE_WRONG" };
    for (const text of textsIn(value)) {
      const found = fault(text);
      if (found !== undefined) return found;
    }
  }
  return reasonFields.some((field) => field in values && typeof values[field] !== "string")
    ? { code: "DSAR_REASON_REQUIRED" }
    : fault(command.actor.id);
}

/** Is a reason that the command must carry missing altogether? */
export function missingReason(command: Command): boolean {
  const values: Readonly<Record<string, unknown>> = { ...command };
  return payloadFields[command.type].some(
    (field) => reasonFields.includes(field) && values[field] === undefined,
  );
}
