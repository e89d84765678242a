/** The case tables written from the law, as data: what is asked, what must be answered. */
import type { Facts } from "@tillit/retention-policy";
import applications from "../cases/se/applications.json" with { type: "json" };
import lss from "../cases/se/lss.json" with { type: "json" };
import other from "../cases/se/other-acts.json" with { type: "json" };
import plans from "../cases/se/plans.json" with { type: "json" };
import provider from "../cases/se/sol-private-provider.json" with { type: "json" };
import board from "../cases/se/sol-social-board.json" with { type: "json" };
import requests from "../cases/se/subject-requests.json" with { type: "json" };

/** One case; `expect` holds the keys of the disposition that the law settles, and the deciding rule and grade. */
export interface RetentionCase {
  readonly name: string;
  readonly law: string;
  readonly asOf: string;
  readonly facts: Facts;
  readonly expect: Readonly<Record<string, unknown>>;
}

export const retentionCases: readonly RetentionCase[] = [
  board,
  provider,
  lss,
  other,
  plans,
  applications,
  requests,
].flatMap((table): readonly RetentionCase[] => table.cases as unknown as readonly RetentionCase[]);
