/** Review item by item, and the decision that follows. */
export { decisionDigest, decisionOf, outcomeOf } from "./decision/decision.ts";
export { givenBy, harmOf, outcomesFor } from "./review/outcome.ts";
export { provisionApplies, provisions } from "./review/provisions.ts";
