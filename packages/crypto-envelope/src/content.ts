export { examine } from "./content/examine.ts";
export type { Examination, ScanResult, Scanner } from "./content/examine.ts";
export { sniffLength, sniffType } from "./content/sniff.ts";
