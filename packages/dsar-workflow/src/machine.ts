/** The machine as data. */
export { toMermaid } from "./machine/mermaid.ts";
export { transitions } from "./machine/rows/transitions.ts";
