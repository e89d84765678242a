/** The disposal protocol in Swedish: the human copy of a proof, preserved where the records are not. */
import { citationsText } from "../explain/sentences.ts";
import type { RuleSet } from "../schema/rule-set.ts";
import type { DropReason, ItemResult } from "./list/list.ts";
import type { Copies } from "./execution.ts";
import type { DisposalProof } from "./proof.ts";

const methods: Readonly<Record<DisposalProof["executed"]["method"], string>> = {
  erase: "radering",
  "crypto-erase": "nyckelförstöring",
  shred: "strimling",
  transfer: "överlämnande",
};
const results: Readonly<Record<ItemResult, string>> = {
  gone: "gallrade",
  unlinked: "bortkopplade",
  transferred: "överlämnade",
};
const kinds: Readonly<Record<Copies["kind"], string>> = {
  primary: "original",
  replica: "replik",
  backup: "säkerhetskopia",
  paper: "papper",
};
const reasons: Readonly<Record<DropReason, string>> = {
  NOT_DUE: "inte mogna",
  NO_DATE: "utan datum",
  HELD: "spärrade",
  UNDETERMINED: "kunde inte avgöras",
  CONFLICT: "regler i konflikt",
  PRESERVED: "ska bevaras",
  KEPT_BY_REVIEW: "behållna av granskare med angivet skäl",
  RECLASSIFIED: "omklassade av granskare",
  FACTS_CHANGED: "uppgifterna ändrade efter beslutet",
  RULES_CHANGED: "reglerna ändrade efter beslutet",
  NOT_FOUND: "fanns inte längre",
};

/** Markdown, one section a heading; no name, no personal number, no record id. */
export function protocolText(proof: DisposalProof, ruleSet: RuleSet): string {
  const title = (id: string): string => ruleSet.rules.find((rule) => rule.id === id)?.title.sv ?? id;
  const cites = (id: string): string => {
    const versions = ruleSet.rules.find((rule) => rule.id === id)?.versions ?? [];
    const mine = versions
      .flatMap(({ cite }) => cite)
      .filter((cite) => proof.authority.some((each) => JSON.stringify(each) === JSON.stringify(cite)));
    return citationsText(ruleSet, mine, "sv");
  };
  const checked = proof.authority.map((cite) => cite.checked).toSorted();
  const lines = [
    `# Gallringsprotokoll ${proof.list}`,
    "",
    `- Myndighet eller utförare: ${proof.controller}`,
    `- Regelverk: ${proof.ruleSet.id}, utgåva ${proof.ruleSet.release} (SHA-256 ${proof.ruleSet.hash})`,
    `- Lagrummen senast kontrollerade: ${checked[0] ?? "–"}${checked.length > 1 && checked.at(-1) !== checked[0] ? ` till ${checked.at(-1) ?? ""}` : ""}`,
    `- Beslutsunderlag per: ${proof.decidedAsOf}`,
    `- Verkställt: ${proof.executed.from}${proof.executed.to === proof.executed.from ? "" : ` till ${proof.executed.to}`}, genom ${methods[proof.executed.method]}`,
    `- Verkställt av: ${proof.executed.by}`,
    `- Upprättat av: ${proof.author}`,
    ...proof.approvals.map(
      ({ person, role, at, comment }) =>
        `- Godkänt av: ${person} (${role === "archivist" ? "arkivarie" : "granskare"}), ${at}${comment === undefined ? "" : `: ${comment}`}`,
    ),
    "",
    "## Handlingar",
    "",
    "| Handlingstyp | Lagrum eller beslut | Antal | Åtgärd | Fria från | till |",
    "| --- | --- | ---: | --- | --- | --- |",
    ...proof.totals.map(
      ({ rule, result, units, from, to }) =>
        `| ${title(rule)} | ${cites(rule)} | ${units} | ${results[result]} | ${from} | ${to} |`,
    ),
    "",
    "## Kopior",
    "",
    ...(proof.copies.length === 0
      ? ["Inga kopior är anmälda."]
      : proof.copies.map(
          ({ system, kind, state, by }) =>
            `- ${system} (${kinds[kind]}): ${state === "gone" ? "borta" : `återstår${by === undefined ? "" : `, borta senast ${by}`}`}`,
        )),
    "",
    "## Inte verkställt",
    "",
    ...(proof.dropped.length === 0
      ? ["Allt på listan verkställdes."]
      : proof.dropped.map(({ reason, units }) => `- ${units} ${reasons[reason]}`)),
    "",
    "## Bevis",
    "",
    `- Antal löv: ${proof.leaves.count}`,
    `- Merklerot (SHA-256): ${proof.leaves.root}`,
    ...(proof.previous === undefined ? [] : [`- Föregående protokoll: ${proof.previous}`]),
    "",
    "Protokollet bevaras.",
  ];
  return `${lines.join("\n")}\n`;
}
