/** The organisations of policy-profiles as controllers of the demo. */
import type { Controller } from "@tillit/api";
import { type PolicyProfile, profiles } from "@tillit/policy-profiles";

function controller({ id, name, kind, place, accepts }: PolicyProfile, index: number): Controller {
  const own = {
    id,
    name,
    kind: kind === "private-provider" ? kind : ("public-authority" as const),
    // A number of the series that PTS keeps for fiction: nobody rings a real organisation from a demo.
    contact: { phone: `08-465 004 ${String(index + 1).padStart(2, "0")}` },
    accepts: [...accepts],
    profileId: id,
    // Invented: rows of a records plan, so that the demo has dates to show.
    plan: { period: "P2Y", from: "caseClosed", decision: "demo-2026-1" },
    requestPlan: { period: "P2Y", from: "caseClosed", decision: "demo-2026-2" },
  };
  return place === undefined ? own : { ...own, place };
}

export const controllers: readonly Controller[] = profiles.map(controller);
