/** The facts a letter can be filled with from the request itself; what is left is asked for. */
import type { Language } from "@tillit/law-reference";
import {
  decisionFacts,
  letters,
  type Decision,
  type FactName,
  type LetterFacts,
  type LetterId,
} from "@tillit/dsar-workflow";
import type { RequestView, Session } from "../api/wire.ts";

export interface Filling {
  readonly request: RequestView;
  readonly session: Session;
  readonly lang: Language;
  /** How a right is called in that language. */
  readonly right: string;
  readonly titles: ReadonlyMap<string, string>;
  /** The controller's own way to be reached, from its public record. */
  readonly contact: string;
}

/** Only what the decision letter needs of a decision: outcomes, provisions, result. */
function decisionOf({ id, items, provisions, decision }: RequestView): Decision {
  const cited = items.flatMap(({ harm }) => {
    const [act = "", ...at] = (provisions.find((one) => one.id === harm?.provision)?.law ?? "").split(" ");
    return harm === undefined ? [] : [{ act, at: at.join(" "), grade: "V" as const }];
  });
  return {
    case: id,
    items: items.map((item) => ({ ...item, outcome: { kind: item.outcome } })),
    provisions: cited,
    outcome: decision?.outcome,
  } as unknown as Decision;
}

export function factsOf({ request, session, lang, right, titles, contact }: Filling): LetterFacts {
  const { id, received, lastDay, replyBy, decision, servedOn, appealLastDay, liftOn, extended } = request;
  const facts: Partial<Record<FactName, string | readonly string[]>> = {
    controller: session.user.controllerName,
    contact,
    case: id,
    receivedOn: received,
    request: right,
    lastDay,
    ...(extended ? { extendedLastDay: lastDay } : {}),
    ...(replyBy === undefined ? {} : { replyBy }),
    ...(decision === undefined
      ? {}
      : {
          decidedOn: decision.signedOn,
          decidedBy: decision.delegation,
          ...decisionFacts(decisionOf(request), { lang, titles }),
        }),
    ...(servedOn === undefined ? {} : { servedOn }),
    ...(appealLastDay === undefined ? {} : { appealLastDay }),
    ...(liftOn === undefined ? {} : { liftOn }),
  };
  return facts;
}

/** What the letter needs and the request does not say. */
export function missingFacts(id: LetterId, facts: LetterFacts): readonly FactName[] {
  return letters[id].facts.filter((name) => facts[name] === undefined || facts[name].length === 0);
}
