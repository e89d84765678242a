/** Which law a request goes by. */
export { regimes } from "./regime/regimes.ts";
export { remedyOf } from "./regime/remedy.ts";
export { restrictedUses } from "./regime/restricted-use.ts";
export { bundle, triage } from "./regime/triage.ts";
