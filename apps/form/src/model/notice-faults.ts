import type { FieldFault } from "@tillit/web-kit";
import type { Controller, Notice } from "./directory.ts";
import type { KeyVerdict } from "../sealing/seal-application.ts";
import type { FormTexts } from "../texts/form-texts.ts";

/** What is known of one receiver so far. */
export interface ReceiverCheck {
  readonly notice: Notice | "loading" | "failed";
  readonly key: KeyVerdict | "checking" | "failed";
}

/**
 * The chosen receivers whose notice the person has not been shown, or has been shown in another version than the one
 * that is there now.
 */
export function unreadNotices(
  chosen: readonly string[],
  read: Readonly<Record<string, string>>,
  checks: Readonly<Record<string, ReceiverCheck>>,
): readonly string[] {
  return chosen.filter((id) => {
    const notice = checks[id]?.notice;
    return read[id] === undefined || (typeof notice === "object" && notice.version !== read[id]);
  });
}

/** The versions of the notices that are there. */
export function shownVersions(
  chosen: readonly string[],
  checks: Readonly<Record<string, ReceiverCheck>>,
): Readonly<Record<string, string>> {
  const shown = chosen.flatMap((id) => {
    const notice = checks[id]?.notice;
    return typeof notice === "object" ? [[id, notice.version] as const] : [];
  });
  return Object.fromEntries(shown);
}

function messageOf(name: string, check: ReceiverCheck | undefined, texts: FormTexts): string | undefined {
  const { notices, send } = texts;
  if (check === undefined || check.key === "checking" || check.notice === "loading") {
    return `${name}: ${notices.loading}`;
  }
  if (check.key === "failed") return notices.keyFailed(name);
  if (!check.key.ok) {
    const { reason } = check.key;
    if (reason === "unhealthy") return send.failedHealth(name);
    return reason === "refused" ? notices.keyRefused(name) : notices.keyLog[reason](name);
  }
  return check.notice === "failed" ? notices.failed(name) : undefined;
}

/** The faults that stop the way onward: a notice that did not come, a key that is not trusted. */
export function noticeFaults(
  controllers: readonly Controller[],
  checks: Readonly<Record<string, ReceiverCheck>>,
  texts: FormTexts,
): FieldFault[] {
  return controllers.flatMap(({ id, name }) => {
    const message = messageOf(name, checks[id], texts);
    return message === undefined ? [] : [{ field: `notice-${id}`, message }];
  });
}
