/** Who gets the data, where they go, and how they are guarded (Art. 28, 32, 44–49). */
import { type Rule, when } from "../rule.ts";

export const recipientRules: readonly Rule[] = [
  {
    code: "CLB018",
    severity: "error",
    title: { sv: "Biträde utan avtal", en: "Processor without agreement" },
    message: {
      sv: "Ett personuppgiftsbiträde saknar biträdesavtal.",
      en: "A processor has no data processing agreement.",
    },
    fix: {
      sv: "Teckna avtalet innan några uppgifter lämnas; alltid, inte i vissa fall.",
      en: "Sign the agreement before any data move; always, not in some cases.",
    },
    articles: ["28(3)"],
    find: (a) =>
      a.recipients.flatMap((recipient, index) =>
        when(recipient.role === "processor" && recipient.dpa === undefined, "recipients", index, "dpa"),
      ),
  },
  {
    code: "CLB019",
    severity: "error",
    title: { sv: "Överföring utan skyddsåtgärd", en: "Transfer without a safeguard" },
    message: {
      sv: "Uppgifter förs till ett land utanför EU/EES utan att det anges vad som skyddar dem där.",
      en: "Data go to a country outside the EU/EEA without naming what protects them there.",
    },
    fix: {
      sv: "Ange beslut om adekvat skyddsnivå, standardavtal eller annan grund i kapitel V.",
      en: "Name the adequacy decision, standard clauses or another ground of Chapter V.",
    },
    articles: ["44", "46"],
    find: (a) =>
      a.transfers.assessed
        ? a.transfers.to.flatMap((transfer, index) =>
            when(transfer.tool === undefined, "transfers", "to", index, "tool"),
          )
        : [],
  },
  {
    code: "CLB036",
    severity: "error",
    title: { sv: "Frågan om tredjeland är öppen", en: "Third-country question open" },
    message: {
      sv: "Det är inte utrett om uppgifterna förs utanför EU/EES.",
      en: "It has not been assessed whether the data leave the EU/EEA.",
    },
    fix: {
      sv: "Fråga leverantörerna, skriv ner svaret och berätta det, även när svaret är nej.",
      en: "Ask the suppliers, write down the answer and tell people, also when the answer is no.",
    },
    articles: ["13(1)(f)", "14(1)(f)", "44"],
    find: (a) => when(!a.transfers.assessed, "transfers"),
  },
  {
    code: "CLB032",
    severity: "warning",
    title: { sv: "Löfte utan belägg", en: "Promise without evidence" },
    message: {
      sv: "En säkerhetsåtgärd är ett löfte utan undantag eller saknar belägg.",
      en: "A security measure is an absolute promise or has no evidence.",
    },
    fix: {
      sv: "Skriv vad som faktiskt görs och peka på belägget.",
      en: "Say what is in fact done and point to the evidence.",
    },
    articles: ["5(2)", "32(1)"],
    find: (a) =>
      a.security.flatMap((item, index) =>
        when(item.absolute === true || item.evidence === undefined, "security", index),
      ),
  },
  {
    code: "CLB048",
    severity: "warning",
    title: { sv: "Inga säkerhetsåtgärder beskrivna", en: "No security measures described" },
    message: {
      sv: "Behandlingen saknar en allmän beskrivning av hur uppgifterna skyddas.",
      en: "The activity lacks a general description of how the data are protected.",
    },
    fix: { sv: "Beskriv åtgärderna.", en: "Describe the measures." },
    articles: ["30(1)(g)", "32(1)"],
    topics: ["access-logging"],
    find: (a) => when(a.security.length === 0, "security"),
  },
];
