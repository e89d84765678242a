/** The notice an applicant reads, made from the controller's registered activities. */
import { toNotice, type NoticeBlock } from "@tillit/consent-legal-basis";
import { applicationActivities, profiles } from "@tillit/policy-profiles";
import { swedishLaw } from "@tillit/welfare-law";
import { swedishDay } from "../clock.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";

/** The version is the hash of what the notice is made from: the same in every language. */
export async function noticeOf(deps: Deps, id: string, lang: "sv" | "en") {
  const controller = await deps.store.controller(id);
  const profile = profiles.find((one) => one.id === controller?.profileId);
  if (controller === undefined || profile === undefined) throw new Problem("NOT_FOUND");
  const notice = toNotice(applicationActivities(profile), {
    article: 13,
    locale: lang,
    level: "full",
    on: swedishDay(deps.clock()),
    national: swedishLaw,
  });
  return {
    controller: id,
    lang,
    version: notice.sourceHash,
    title: notice.title,
    blocks: notice.blocks.map(plain),
  };
}

function plain({ kind, ref, text, items, rows }: NoticeBlock) {
  const said = items?.map(({ term, text: meaning }) => ({ term, text: meaning }));
  return {
    kind,
    ref,
    text,
    ...(said === undefined ? {} : { items: said }),
    ...(rows === undefined ? {} : { rows: rows.map((row) => [...row]) }),
  };
}
