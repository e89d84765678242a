export { addRecipient, reseal, rotate } from "./envelope/platform.ts";
export { removeRecipient } from "./envelope/recipients.ts";
export { shred } from "./envelope/shred.ts";
export { countersign, hasCountersigned } from "./envelope/reseal.ts";
export type { ResealOptions } from "./envelope/reseal.ts";
