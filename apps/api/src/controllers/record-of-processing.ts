/** The controller's record of processing activities, with what is still missing in it. */
import type { Language } from "@tillit/law-reference";
import { recordColumns, toArticle30 } from "@tillit/consent-legal-basis";
import { swedishDay } from "../clock.ts";
import type { Deps } from "../deps.ts";
import type { Session } from "@tillit/login";
import { profileOf } from "./notice-of.ts";

export async function recordOfProcessing(deps: Deps, staff: Session, lang: Language) {
  const { activities } = await profileOf(deps, staff.controller);
  const on = swedishDay(deps.clock());
  const { rows, missing } = toArticle30(activities, { locale: lang, on });
  return {
    controller: staff.controller,
    lang,
    asOf: String(on),
    columns: [...recordColumns],
    rows: rows.map((row) => recordColumns.map((column) => row[column])),
    missing: missing.map(({ code, message, path: [id] }) => ({
      code,
      activity: rows.find((row) => row.id === id)?.activity ?? "",
      message: message[lang],
    })),
  };
}
