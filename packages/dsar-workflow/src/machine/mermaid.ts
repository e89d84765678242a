import { transitions } from "./rows/transitions.ts";

const id = (phase: string): string => (phase === "none" ? "[*]" : phase.replaceAll("-", "_"));

/** The machine as a Mermaid state diagram, drawn from {@link transitions}: one arrow for each pair of phases, with its events. */
export function toMermaid(): string {
  const arrows = new Map<string, string[]>();
  for (const { from, to, event } of transitions) {
    for (const phase of from) {
      const key = `${id(phase)} --> ${to === "same" ? id(phase) : id(to)}`;
      const events = arrows.get(key) ?? [];
      if (!events.includes(event)) events.push(event);
      arrows.set(key, events);
    }
  }
  const lines = [...arrows].map(([arrow, events]) => `  ${arrow}: ${events.join("<br/>")}`);
  return ["stateDiagram-v2", ...lines, "  closed --> [*]"].join("\n");
}
