/** The shape every command must have, whoever built it. */
import { isCalendarDate } from "@tillit/civil-time";
import type { Command, CommandType } from "./command.ts";
import { holdsIdentityNumber } from "./identity-number.ts";
import { payloadFields, reasonFields } from "./payload.ts";
import type { RefusalDetail } from "../refusal.ts";

// References, digests, codes, dates and base64 signatures, which may begin with any of their letters; nothing a
// sentence or a name with a space could pass as, and not the one name that is no plain key of an object.
const plain = /^(?!__proto__$)[A-Za-z0-9_+/-][A-Za-z0-9._:+/=-]{0,255}$/;
const dateFields: ReadonlySet<string> = new Set(["receivedOn", "replyBy", "servedOn", "filedOn", "liftOn"]);

const malformed: RefusalDetail = { reason: "DSAR_REFERENCE_MALFORMED" };
const personal: RefusalDetail = { reason: "DSAR_IDENTITY_NUMBER" };
const unreasoned: RefusalDetail = { reason: "DSAR_REASON_REQUIRED" };

function faultOf(value: unknown): RefusalDetail | undefined {
  if (typeof value === "string") {
    if (!plain.test(value)) return malformed;
    return holdsIdentityNumber(value) ? personal : undefined;
  }
  if (typeof value !== "object" || value === null) return undefined;
  for (const part of Object.values(value)) {
    const found = faultOf(part);
    if (found !== undefined) return found;
  }
  return undefined;
}

type Field = { readonly name: string; readonly reason: boolean; readonly date: boolean };

// What is asked of each field of each command, worked out once.
const fieldsOf: ReadonlyMap<string, readonly Field[]> = new Map(
  (Object.keys(payloadFields) as CommandType[]).map((type) => [
    type,
    payloadFields[type].map((name) => ({
      name,
      reason: reasonFields.includes(name),
      date: dateFields.has(name),
    })),
  ]),
);

function faultInField(value: unknown, { reason, date }: Field): RefusalDetail | undefined {
  if (reason && (typeof value !== "string" || value === "")) return unreasoned;
  if (value === undefined) return undefined;
  if (date && !isCalendarDate(value)) return { reason: "DSAR_DATE_WRONG" };
  return faultOf(value);
}

/** What is wrong with a command before any rule of the machine is asked. */
export function faultIn(command: Command): RefusalDetail | undefined {
  const values = command as unknown as Readonly<Record<string, unknown>>;
  for (const field of fieldsOf.get(command.type) ?? []) {
    const found = faultInField(values[field.name], field);
    if (found !== undefined) return found;
  }
  return faultOf(command.actor.id);
}
