/** What an erasure destroys, and what outlives it with which ground. */
import type { CalendarDate } from "@tillit/civil-time";
import type { CaseState } from "../case/state/state.ts";
import type { Ref } from "../case/request.ts";
import type { GradedLawRef } from "@tillit/law-reference";
import { provisions } from "../review/provisions.ts";

/** Where a copy of an item lies. */
export type Copy = { readonly item: Ref; readonly store: Ref; readonly section: Ref };

/** What retention says of an item: gone when asked, or kept until a day or for good. */
export type RetentionVerdict = {
  readonly item: Ref;
  readonly keeps: boolean;
  readonly ground?: GradedLawRef;
  readonly until?: CalendarDate;
};

/** What erasure must also end: earlier answers and ways in. */
export type Afterlife = { readonly exports: readonly Ref[]; readonly tokens: readonly Ref[] };

/** What stays, with the law that keeps it. */
export type Survivor = {
  readonly item: Ref;
  readonly section: Ref;
  readonly ground: GradedLawRef;
  readonly until?: CalendarDate;
};

/** What is to be done. Copies in order of item and store. */
export type ErasurePlan = {
  readonly case: Ref;
  readonly destroy: readonly Copy[];
  readonly survivors: readonly Survivor[];
  readonly kill: Afterlife;
};

const unstated: GradedLawRef = { act: "GDPR", at: "art. 17(3)(b)", grade: "V" };

function byPlace(a: Copy, b: Copy): number {
  const left = `${a.item}\n${a.store}`;
  return left < `${b.item}\n${b.store}` ? -1 : 1;
}

/**
 * The plan of a signed decision on erasure. An item goes only if its outcome is `erase` and retention lets it go, and
 * then with every copy of it; whatever stays is named with its ground. Earlier exports and tokens die as soon as
 * anything goes.
 */
export function planErasure(
  state: CaseState,
  copies: readonly Copy[],
  verdicts: readonly RetentionVerdict[],
  afterlife: Afterlife,
): ErasurePlan {
  const survivors: Survivor[] = [];
  const gone = new Set<Ref>();
  for (const [item, { section, outcome }] of Object.entries(state.items)) {
    const verdict = verdicts.find((one) => one.item === item);
    const until = verdict?.until === undefined ? {} : { until: verdict.until };
    if (verdict?.keeps === true) {
      survivors.push({ item, section, ground: verdict.ground ?? unstated, ...until });
    } else if (outcome?.kind === "erase") gone.add(item);
    else if (outcome?.kind === "keep") {
      survivors.push({ item, section, ground: provisions[outcome.harm.provision].law, ...until });
    } else survivors.push({ item, section, ground: unstated, ...until });
  }
  return {
    case: state.id,
    destroy: copies.filter(({ item }) => gone.has(item)).sort(byPlace),
    survivors: survivors.sort((a, b) => (a.item < b.item ? -1 : 1)),
    kill: gone.size > 0 ? afterlife : { exports: [], tokens: [] },
  };
}
