/** One request for access at a social board, from the letter to the day its decision can no longer be appealed. */
import { createHash, generateKeyPairSync, sign, verify } from "node:crypto";
import { type CalendarDate, parseDate } from "@tillit/civil-time";
import {
  type Command,
  deadlineOf,
  decide,
  type DsarState,
  evolve,
  explainRefusal,
  initialState,
  itemOf,
  receiptDay,
} from "@tillit/dsar-workflow";
import { buildExport } from "@tillit/dsar-workflow/export";
import { composeLetter, decisionFacts, letterHtml, lettersAfter } from "@tillit/dsar-workflow/letters";
import { bundle, triage } from "@tillit/dsar-workflow/regime";
import { decisionDigest, decisionOf } from "@tillit/dsar-workflow/review";

// Words are sealed elsewhere; the case holds their digests.
const digest = (words: string): string => createHash("sha256").update(words).digest("hex");
const key = generateKeyPairSync("ed25519");
let state: DsarState = initialState;
let today: CalendarDate = receiptDay(parseDate("2026-12-05"), "letter", "public-authority").day;

function send(command: Command): void {
  const answer = decide(command, state, {
    now: `${today}T09:00:00Z`,
    today,
    verifySignature: (decision, signature) =>
      verify(null, Buffer.from(decision), key.publicKey, Buffer.from(signature, "base64url")),
  });
  if (!answer.ok) throw new Error(explainRefusal(answer, "en"));
  for (const event of answer.events) {
    state = evolve(state, event);
    if (state.phase !== "none") console.log(event.type, lettersAfter(event, state).join(" "));
  }
}

// "I want my data": one letter may be several cases under several laws. We follow the one under the GDPR.
const [request] = bundle(
  "D-7",
  triage({ controller: "public-authority", asks: ["own-data"], asker: "subject" }),
);
if (request === undefined) throw new Error("a letter that asks for something is at least one case");

const registrar = { id: "staff-1", role: "registrar" } as const;
const caseworker = { id: "staff-2", role: "caseworker" } as const;
const reviewer = { id: "staff-3", role: "secrecy-reviewer" } as const;
const manager = { id: "staff-4", role: "decision-maker" } as const;

send({
  type: "ReceiveRequest",
  actor: registrar,
  id: request.id,
  right: request.right,
  regime: request.regime,
  controller: "public-authority",
  channel: "letter",
  receivedOn: today,
});
send({ type: "AcceptIdentity", actor: registrar, assurance: 3, method: "eid", subject: "subject-1" });
send({ type: "Triage", actor: caseworker, sources: ["case-system", "mail"] });

// What the sources hold: two items, one of which speaks of someone who has reported a concern.
const report = "Anna Ek rang och var orolig.";
send({
  type: "AnswerSource",
  actor: caseworker,
  source: "case-system",
  items: [
    { id: "i1", section: "contact", sha256: digest("070-174 06 05") },
    { id: "i2", section: "notes", sha256: digest(report), mentions: [{ ref: "p-2", as: "reporter" }] },
  ],
});
send({ type: "WriteOffSource", actor: caseworker, source: "mail", reason: digest("nothing found") });
send({ type: "CompleteSources", actor: caseworker });

// Item by item, by somebody who will not sign. Whatever is not given has its provision, test and reasoning.
send({ type: "AssessItem", actor: reviewer, item: "i1", outcome: { kind: "disclose" } });
send({
  type: "AssessItem",
  actor: reviewer,
  item: "i2",
  outcome: {
    kind: "redact",
    spans: [{ from: 0, to: "Anna Ek".length, protects: "p-2" }],
    harm: { provision: "osl-26-1", test: "reverse", reasoning: digest("she would be known") },
  },
});
send({ type: "CompleteReview", actor: caseworker });

// The decision as a value; its digest is what is signed.
const words = digest("the reasons in full");
send({ type: "DraftDecision", actor: caseworker, words });
if (state.phase !== "deciding") throw new Error("a drafted case is deciding");
const decision = decisionOf(state, words);
today = parseDate("2026-12-21");
send({
  type: "SignDecision",
  actor: manager,
  decision: decisionDigest(decision),
  delegation: "delegation-4.2",
  signature: sign(null, Buffer.from(decisionDigest(decision)), key.privateKey).toString("base64url"),
});

// Its letter says what was decided and how to appeal; `letterPdf` of ./pdf makes it a PDF.
const titles = new Map([
  ["i1", "Kontaktuppgifter"],
  ["i2", "Anteckning 3"],
]);
const letter = letterHtml(
  composeLetter("M06", {
    lang: "sv",
    date: today,
    about: { regime: "gdpr", controller: "public-authority", right: "access", outcome: decision.outcome },
    facts: {
      ...decisionFacts(decision, { lang: "sv", titles }),
      case: request.id,
      contact: "socialnamnden@example.se",
      controller: "Exempelkommunens socialnämnd",
      decidedBy: "enhetschefen",
      decidedOn: today,
      reasons: "En uppgift kan inte lämnas ut utan att någon annan lider men.",
      receivedOn: state.receivedOn,
      request: "dina personuppgifter",
      // The authority's name on the day; `@tillit/welfare-law` has a register of them.
      supervisor: "Integritetsskyddsmyndigheten (IMY)",
      supervisorContact: "Box 8114, 104 20 Stockholm, imy.se",
    },
  }),
);

// The package: what one item hides is hidden in every file, or it is not built.
const said = [{ sv: "Se vår information om personuppgifter.", en: "See our privacy notice." }] as const;
const opened = [
  { id: "i1", section: "contact", title: "Kontaktuppgifter", text: "070-174 06 05" },
  { id: "i2", section: "notes", title: "Anteckning 3", text: report },
];
const current = state;
const pack = buildExport({
  case: request.id,
  right: "access",
  decision: decisionDigest(decision),
  lang: "sv",
  items: opened.map(({ id, section, title, text }) => {
    const outcome = itemOf(current, id)?.outcome;
    if (outcome === undefined) throw new Error("every item has been assessed");
    return { id, section, title, text, source: "case-system", outcome };
  }),
  information: {
    purposes: [{ purpose: said[0], basis: said }],
    categories: said,
    recipients: said,
    retention: said,
    rights: said,
    complaint: said[0],
    sources: said,
    automatedDecisions: said[0],
    transfers: said,
  },
  letters: [{ name: "beslut.html", type: "text/html", bytes: new TextEncoder().encode(letter) }],
});

send({
  type: "SealPackage",
  actor: caseworker,
  manifest: pack.manifestDigest,
  decision: decisionDigest(decision),
  recipientKey: digest("the public key of the one who asked"),
});
send({ type: "Disclose", actor: caseworker, manifest: pack.manifestDigest, channel: "self-service" });
send({ type: "ServeDecision", actor: caseworker, servedOn: today, channel: "self-service" });
console.log(deadlineOf(state).lastDay, deadlineOf(state).appealLastDay); // 2027-01-04 2027-01-11
today = parseDate("2027-01-12");
send({ type: "LapseAppeal", actor: { id: "clock", role: "system" } });
console.log(state.phase, pack.files.map(({ name }) => name).join(" ")); // closed beslut.html data.json index.html
