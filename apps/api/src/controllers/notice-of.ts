/** The notice an applicant reads, made from the controller's registered activities. */
import type { Language } from "@tillit/law-reference";
import { toNotice, type NoticeBlock, type NoticeDocument } from "@tillit/consent-legal-basis";
import { applicationActivities, profiles, type PolicyProfile } from "@tillit/policy-profiles";
import { swedishLaw } from "@tillit/welfare-law";
import { swedishDay } from "../clock.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";

/** The version is the hash of what the notice is made from: the same in every language. */
export async function noticeOf(deps: Deps, id: string, lang: Language) {
  const notice = compose(deps, await profileOf(deps, id), lang);
  return {
    controller: id,
    lang,
    version: notice.sourceHash,
    title: notice.title,
    blocks: notice.blocks.map(plain),
  };
}

/** The version alone; undefined where the controller has no registered profile. */
export async function noticeVersion(deps: Deps, id: string): Promise<string | undefined> {
  const profile = await findProfile(deps, id);
  return profile && compose(deps, profile, "sv").sourceHash;
}

async function findProfile(deps: Deps, id: string): Promise<PolicyProfile | undefined> {
  const controller = await deps.store.controller(id);
  return (deps.profiles ?? profiles).find((one) => one.id === controller?.profileId);
}

/** @throws Problem NOT_FOUND */
export async function profileOf(deps: Deps, id: string): Promise<PolicyProfile> {
  const profile = await findProfile(deps, id);
  if (profile === undefined) throw new Problem("NOT_FOUND");
  return profile;
}

function compose(deps: Deps, profile: PolicyProfile, locale: Language): NoticeDocument {
  return toNotice(applicationActivities(profile), {
    article: 13,
    locale,
    level: "full",
    on: swedishDay(deps.clock()),
    national: swedishLaw,
  });
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
