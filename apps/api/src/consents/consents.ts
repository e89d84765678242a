/**
 * Consents, where consent really is the ground: registered so, asked for by an act of its own, and without a fault that
 * the check of the register finds. Given, refused and withdrawn by events in the log: ids and the notice's hash.
 */
import type { Language } from "@tillit/law-reference";
import {
  appendConsent,
  checkActivity,
  consentAt,
  consentFindings,
  toNotice,
  withdrawalEffects,
  type ConsentEvent,
  type ConsentTerms,
  type ProcessingActivity,
} from "@tillit/consent-legal-basis";
import type { PolicyProfile } from "@tillit/policy-profiles";
import { knownRetention, swedishLaw } from "@tillit/welfare-law";
import { instant, swedishDay } from "../clock.ts";
import type { Deps } from "../deps.ts";
import type { Applicant } from "@tillit/login";
import { Problem } from "../problem.ts";
import { append } from "../kernel/act.ts";
import { load, type Happening } from "../kernel/load.ts";
import type { Unit } from "@tillit/record-store";
import { ownRecord, ownRecords } from "../records/own-records.ts";
import { profileOf } from "../controllers/notice-of.ts";

/** The terms under which consent carries the activity; undefined where it does not. */
function termsOf(activity: ProcessingActivity): ConsentTerms | undefined {
  const { basis } = activity;
  if (basis.art6 !== "a" || basis.terms.actsAs !== "processing") return undefined;
  return basis.terms.expression === "separate-act" ? basis.terms : undefined;
}

function resting(deps: Deps, { activities }: PolicyProfile): readonly ProcessingActivity[] {
  const on = swedishDay(deps.clock());
  const options = { national: swedishLaw, retentionRules: knownRetention(on) };
  return activities.filter(
    (activity) =>
      termsOf(activity) !== undefined &&
      !checkActivity(activity, on, options).some(({ severity }) => severity === "error"),
  );
}

function noticeFor(deps: Deps, activity: ProcessingActivity, locale: Language) {
  const on = swedishDay(deps.clock());
  return toNotice([activity], { article: 13, locale, level: "short", on, national: swedishLaw });
}

/** Which consents a controller asks for, each with the notice that goes with it. */
export async function consentsOf(deps: Deps, controller: string, lang: Language) {
  const profile = await profileOf(deps, controller);
  return resting(deps, profile).map((activity) => describedConsent(deps, activity, lang));
}

function describedConsent(deps: Deps, activity: ProcessingActivity, lang: Language) {
  const notice = noticeFor(deps, activity, lang);
  const withdrawal = termsOf(activity)?.withdrawal;
  return {
    purpose: activity.id,
    title: activity.title[lang],
    text: activity.purpose[lang],
    data: activity.data.map(({ label }) => label[lang]),
    retention: activity.retention[lang],
    notice: { version: notice.sourceHash, title: notice.title },
    ...(withdrawal === undefined ? {} : { withdrawal: withdrawal.channel[lang] }),
  };
}

/** Each consent of a record has a stream of its own. */
function placeOf(record: string, purpose: string): string {
  return `${record}/${purpose}`;
}

async function ledgerOf(unit: Unit, record: string, purpose: string): Promise<readonly ConsentEvent[]> {
  return (await load(unit, "consent", placeOf(record, purpose))).map(({ data }) => data.event);
}

function shown(deps: Deps, ledger: readonly ConsentEvent[]) {
  const now = deps.clock();
  const { state, usable, since } = consentAt(ledger, instant(now), { on: swedishDay(now) });
  return {
    state,
    usable,
    ...(since === undefined ? {} : { since: since.at }),
    history: ledger.map(({ type, at }) => ({ type, at })),
  };
}

/** Where each consent of the record's subject stands. */
export async function consentsAbout(deps: Deps, controller: string, record: string, lang: Language) {
  const asked = await consentsOf(deps, controller, lang);
  return deps.store.read(controller, async (unit) => {
    const found = [];
    for (const one of asked) {
      const ledger = await ledgerOf(unit, record, one.purpose);
      found.push({ application: record, controller, ...one, ...shown(deps, ledger) });
    }
    return found;
  });
}

export async function myConsents(deps: Deps, applicant: Applicant, lang: Language) {
  const own = await ownRecords(deps, applicant);
  const all = await Promise.all(
    own.map(({ controller, record }) => consentsAbout(deps, controller, record, lang)),
  );
  return all.flat();
}

export interface ConsentAct {
  readonly application: string;
  readonly purpose: string;
  readonly act: "give" | "refuse" | "withdraw";
  /** Version of the notice that was shown. */
  readonly notice: string;
}

/** The applicant gives, refuses or withdraws; one act each, and as easy in every direction. */
export async function actOnConsent(deps: Deps, applicant: Applicant, given: ConsentAct, lang: Language) {
  const { controller, record } = await ownRecord(deps, applicant, given.application);
  const profile = await profileOf(deps, controller);
  const activity = resting(deps, profile).find(({ id }) => id === given.purpose);
  const terms = activity && termsOf(activity);
  if (activity === undefined || terms === undefined) throw new Problem("NOT_FOUND");
  const notice = { id: `${activity.id}@${activity.version}`, sha256: given.notice };
  // Nobody agrees to a text that has become another meanwhile; going back is possible whatever it says.
  if (given.act === "give" && given.notice !== noticeFor(deps, activity, "sv").sourceHash) {
    throw new Problem("VERSION_CONFLICT", "NOTICE_CHANGED");
  }
  const at = instant(deps.clock());
  const by = { role: "subject", ref: record } as const;
  const common = {
    id: Buffer.from(deps.random(12)).toString("base64url"),
    at,
    recordedAt: at,
    subject: record,
    purpose: activity.id,
  };
  const event = eventFor({ act: given.act, common, by, notice, activity, terms });
  const on = swedishDay(deps.clock());
  const faults = consentFindings(event, { activity, notices: new Set([given.notice]), on });
  const fault = faults.find(({ severity }) => severity === "error");
  if (fault !== undefined) throw new Problem("STATE_CONFLICT", fault.code);
  const effects =
    given.act === "withdraw" ? withdrawalEffects(profile.activities, activity.id, on) : undefined;
  return deps.store.write(controller, async (unit) => {
    const before = await ledgerOf(unit, record, activity.id);
    const ledger = appendConsent(before, event);
    const ends =
      effects === undefined
        ? {}
        : { stops: effects.stop.map((one) => one.activity), erases: [...effects.erase] };
    const happened = { type: event.type, data: { event, ...ends } } as Happening<"consent">;
    const news = { at, by: "applicant", activity: activity.id, ...happened };
    await append(unit, "consent", placeOf(record, activity.id), before.length, news);
    return {
      purpose: activity.id,
      ...shown(deps, ledger),
      stops: (effects?.stop ?? []).map(({ title, reason }) => ({ title: title[lang], reason: reason[lang] })),
      goesOn: (effects?.goOn ?? []).map(({ title, reason }) => ({
        title: title[lang],
        reason: reason[lang],
      })),
    };
  });
}

interface Making {
  readonly act: ConsentAct["act"];
  readonly common: Pick<ConsentEvent, "id" | "at" | "recordedAt" | "subject" | "purpose">;
  readonly by: { readonly role: "subject"; readonly ref: string };
  readonly notice: { readonly id: string; readonly sha256: string };
  readonly activity: ProcessingActivity;
  readonly terms: ConsentTerms;
}

function eventFor({ act, common, by, notice, activity, terms }: Making): ConsentEvent {
  switch (act) {
    case "give":
      return {
        ...common,
        type: "ConsentGiven",
        notice,
        method: "checkbox",
        givenBy: [by],
        requires: [...terms.givers],
        explicit: terms.explicit,
        explicitRequired: activity.special !== undefined,
      };
    case "refuse":
      return { ...common, type: "ConsentRefused", by };
    case "withdraw":
      return { ...common, type: "ConsentWithdrawn", by, channel: "my-pages" };
  }
}
