/** What a letter is about, and the facts it can be filled with from the request itself; what is left is asked for. */
import type { CalendarDate } from "@tillit/civil-time";
import type { Language } from "@tillit/law-reference";
import type {
  DecidedThings,
  FactName,
  LetterCase,
  LetterFacts,
  LetterId,
  LetterStanding,
  OutcomeKind,
} from "@tillit/dsar-workflow";
import { decisionFacts, letterCase, letters, neededFacts } from "@tillit/dsar-workflow/letters";
import { letterName } from "@tillit/welfare-law";
import type { RequestView, Session } from "../../api/wire.ts";

export interface Filling {
  readonly request: RequestView;
  readonly session: Session;
  readonly lang: Language;
  /** The day of the letter: it decides what the authorities are called. */
  readonly date: CalendarDate;
  /** How a right is called in that language. */
  readonly right: string;
  readonly titles: ReadonlyMap<string, string>;
  /** The controller's own way to be reached, from its public record. */
  readonly contact: string;
}

function standingOf({ regime, kind, right, decision, history }: RequestView): LetterStanding {
  // The workflow refuses what is none of these.
  const [law, controller, asked] = [regime, kind, right] as [
    LetterCase["regime"],
    LetterCase["controller"],
    LetterCase["right"],
  ];
  return {
    regime: law,
    controller,
    right: asked,
    dismissed: history.some(({ type }) => type === "AppealDismissed"),
    ...(decision === undefined ? {} : { decided: decision.outcome as LetterStanding["decided"] & string }),
  };
}

/** What a letter would be about here; undefined where this request cannot have it. */
export function aboutFor(id: LetterId, request: RequestView): LetterCase | undefined {
  return letterCase(id, standingOf(request));
}

/** The letters that this request can have, as it stands. */
export function offered(request: RequestView): readonly LetterId[] {
  return (Object.keys(letters) as LetterId[]).filter((id) => aboutFor(id, request) !== undefined);
}

/** Only what the decision letter needs of a decision: outcomes, provisions, result. */
function decisionOf(
  { items, provisions }: RequestView,
  { outcome }: NonNullable<RequestView["decision"]>,
): DecidedThings {
  const cited = items.flatMap(({ harm }) => {
    const [act = "", ...at] = (provisions.find((one) => one.id === harm?.provision)?.law ?? "").split(" ");
    return harm === undefined ? [] : [{ act, at: at.join(" ") }];
  });
  return {
    items: items.flatMap(({ id, outcome: kind }) =>
      kind === undefined ? [] : [{ id, outcome: { kind: kind as OutcomeKind } }],
    ),
    provisions: cited,
    outcome: outcome as DecidedThings["outcome"],
  };
}

function authoritiesOn(date: CalendarDate, lang: Language): LetterFacts {
  const supervisor = letterName("data-protection", date, lang);
  return {
    supervisor: supervisor.name,
    supervisorContact: supervisor.contact,
    inspectorate: letterName("care-inspectorate", date, lang).name,
  };
}

export function factsOf({ request, session, lang, date, right, titles, contact }: Filling): LetterFacts {
  const { id, received, lastDay, replyBy, decision, servedOn, appealLastDay, liftOn, extended, fee } =
    request;
  return {
    ...authoritiesOn(date, lang),
    controller: session.user.controllerName,
    contact,
    case: id,
    receivedOn: received,
    request: right,
    lastDay,
    ...(extended ? { extendedLastDay: lastDay } : {}),
    ...(replyBy === undefined ? {} : { replyBy }),
    ...(fee === undefined ? {} : { fee: String(fee) }),
    ...(decision === undefined
      ? {}
      : {
          decidedOn: decision.signedOn,
          delegation: decision.delegation,
          ...decisionFacts(decisionOf(request, decision), { lang, titles }),
        }),
    ...(servedOn === undefined ? {} : { servedOn }),
    ...(appealLastDay === undefined ? {} : { appealLastDay }),
    ...(liftOn === undefined ? {} : { liftOn }),
  };
}

/** What the letter needs and the request does not say. */
export function missingFacts(id: LetterId, about: LetterCase, facts: LetterFacts): readonly FactName[] {
  return neededFacts(id, about, facts).filter(
    (name) => facts[name] === undefined || facts[name].length === 0,
  );
}
