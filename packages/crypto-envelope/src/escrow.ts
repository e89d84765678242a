export { combineShares, splitSeed } from "./escrow/shares.ts";
