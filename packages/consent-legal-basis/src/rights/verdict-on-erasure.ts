import { refuseUnknownOptions } from "../known-options.ts";
import { gdpr } from "../law/law-ref.ts";
import type { RetentionVerdict } from "./retention-verdict.ts";

/** What a retention engine said about a record on a day; a `Disposition` of `@tillit/retention-policy` is one. */
export interface RetentionAnswer {
  readonly outcome: "preserve" | "transfer" | "dispose" | "partial" | "review" | "conflict" | "undetermined";
  readonly status: "pending" | "running" | "held" | "due" | "overdue" | "settled";
  /** The rule that decides, with what it rests on. */
  readonly deciding?: { readonly cite: readonly { readonly act: string }[] } | undefined;
}

/** The regulation itself: a period that rests on nothing else the controller set, under the storage limitation. */
const ownLimit = "EU 2016/679";

/**
 * What retention's answer is worth when somebody asks for erasure. What is restricted is stored until the restriction is
 * lifted (GDPR art. 18(2)); a hold keeps what a claim may need (art. 17(3)(e)); a duty in law keeps until its day (art.
 * 17(3)(b)); a period that the controller set itself is no duty, and gives way, but not while the matter is open.
 * Without a rule nothing is known, and what is not known is kept.
 *
 * @throws {@link ConsentBasisError} `OPTION_UNKNOWN`
 * @example
 * verdictOnErasure({ outcome: "dispose", status: "overdue" }, { restricted: false }).kind; // "must-go"
 */
export function verdictOnErasure(
  { outcome, status, deciding }: RetentionAnswer,
  options: { readonly restricted: boolean },
): RetentionVerdict {
  refuseUnknownOptions(options, ["restricted"]);
  if (options.restricted !== false) return { kind: "keep", law: [gdpr("18(2)")] };
  if (outcome === "dispose" && (status === "due" || status === "overdue")) return { kind: "must-go" };
  if (status === "held") return { kind: "keep", law: [gdpr("17(3)(e)")] };
  const bound = deciding === undefined || deciding.cite.some(({ act }) => act !== ownLimit);
  if (!bound && status !== "pending") return { kind: "may-go" };
  return { kind: outcome === "preserve" ? "preserve" : "keep", law: [gdpr("17(3)(b)")] };
}
