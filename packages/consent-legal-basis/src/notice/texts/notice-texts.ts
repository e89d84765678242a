/** What every language of the notice must be able to say; a missing text is a compile error. */
import type { Art6 } from "../../activity/basis.ts";
import type { Transfer } from "../../activity/parties.ts";
import type { Right, Verdict } from "../../rights/right.ts";
import type { NoticeItem } from "../items.ts";
import type { NoticeLevel } from "../notice-document.ts";

/** A text in each of the three lengths, from the same facts. */
export type ByLevel<F> = (facts: F, level: NoticeLevel) => string;

/** The rights that a notice lists one by one (Art. 13(2)(b), 14(2)(c), 22). */
export type ListedRight = Extract<
  Right,
  "access" | "rectification" | "erasure" | "restriction" | "portability" | "not-automated"
>;

export type NoticeTexts = {
  readonly title: (name: string, level: NoticeLevel) => string;
  readonly headings: Readonly<Record<NoticeItem, string>>;
  readonly easyHeadings: Readonly<Record<NoticeItem, string>>;
  /** An empty contact: the name stands alone, and the notice has a finding. */
  readonly controller: ByLevel<{ name: string; contact: string; representative?: string }>;
  readonly dpo: ByLevel<{ contact: string }>;
  /** How a basis is named, without law. */
  readonly basis: (basis: Art6, level: NoticeLevel) => string;
  readonly special: ByLevel<{ law: string }>;
  readonly criminal: ByLevel<{ law: string }>;
  readonly nationalId: ByLevel<{ law: string }>;
  readonly purpose: ByLevel<{ purpose: string; basis: string; law: string }>;
  readonly data: ByLevel<{ categories: string }>;
  readonly interest: ByLevel<{ interest: string }>;
  readonly recipients: ByLevel<{ names: readonly string[] }>;
  readonly noTransfer: ByLevel<Record<never, never>>;
  readonly transfer: ByLevel<{ country: string; tool: NonNullable<Transfer["tool"]>; copyFrom?: string }>;
  readonly storage: ByLevel<{ retention: string }>;
  readonly rightsIntro: ByLevel<{ answersWithin?: string }>;
  readonly rightNames: Readonly<Record<Right, string>>;
  /** The same for easy reading: what it means when it applies, applies under conditions, or not. */
  readonly easyRights: Readonly<Record<ListedRight, Readonly<Record<Verdict, string>>>>;
  readonly excluded: (reason: string, level: NoticeLevel) => string;
  readonly objection: ByLevel<{ open: boolean; reason: string }>;
  /** Easy reading says of a use that rests on consent alone how to leave it, not that nobody may object. */
  readonly easyLeave: string;
  readonly withdraw: ByLevel<{ channels: readonly string[] }>;
  /** Without a contact the authority's name stands alone. */
  readonly complaint: ByLevel<{ authority: string; contact?: string }>;
  readonly requirement: ByLevel<{ kind: "statutory" | "contractual" | "voluntary"; consequence: string }>;
  readonly source: ByLevel<{ names: readonly string[]; open: readonly string[] }>;
  readonly noAutomated: ByLevel<Record<never, never>>;
  readonly automated: ByLevel<{ logic: string; consequences: string }>;
  readonly newPurpose: ByLevel<Record<never, never>>;
  readonly extraConsent: ByLevel<{ kind: "secrecy-waiver" | "statutory-condition"; detail: string }>;
  readonly notStated: string;
};
