/** What holds of everything that leaves, and of everything that is destroyed. */
import { parseDate } from "@tillit/civil-time";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Copy,
  DsarError,
  type ErasurePlan,
  type ErasurePort,
  eventLeaf,
  type ExportSource,
  type OpenedItem,
  type ProcessingInformation,
  type Sealer,
} from "../../src/index.ts";
import { certificateDigest, executeErasure, planErasure, replayErasures } from "../../src/erasure.ts";
import { buildExport, manifestDigest, sealExport, verifyExport } from "../../src/export.ts";
import { composeLetter, letterHtml } from "../../src/letters.ts";
import { leaksIn, redact } from "../../src/redaction.ts";
import { escapeHtml } from "@tillit/text-encoding";
import { caseFor, factsFor } from "../kit/letter-facts.ts";
import { course, envAt, given, signed } from "../kit/story.ts";
import { machines } from "../kit/representatives.ts";

const text = (sv: string, en: string): { sv: string; en: string } => ({ sv, en });
const information: ProcessingInformation = {
  purposes: [{ purpose: text("utredning", "inquiry"), basis: [text("artikel 6.1 e", "Article 6(1)(e)")] }],
  categories: [text("kontakt", "contact")],
  recipients: [],
  retention: [text("fem år", "five years")],
  rights: [text("rättelse", "rectification")],
  complaint: text("IMY", "IMY"),
  sources: [text("du", "you")],
  automatedDecisions: text("inga", "none"),
  transfers: [],
};
const harm = { provision: "osl-26-1", test: "reverse", reasoning: "aa11", reviewer: "cecilia" } as const;

// Names as people have them, some with letters and signs that need escaping somewhere.
const names = fc.constantFrom(
  "Greta Gran",
  "Åke Ödman",
  "O'Brien & Co",
  'Lo "Lill" Ek',
  "Bo",
  "Annikki <x>",
  "Zoë Žižek",
);
const words = fc.array(
  fc.constantFrom("kom", "sade", "att", "hemmet", "var", "tryggt", "i dag", "bord", "annons"),
  { minLength: 1, maxLength: 8 },
);

const items = fc
  .array(
    fc.tuple(
      names,
      words,
      words,
      fc.constantFrom("redact" as const, "deidentify" as const, "disclose" as const),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) =>
    parts.map(([name, before, after, kind], n): OpenedItem => {
      const lead = `${before.join(" ")} `;
      const whole = `${lead}${name} ${after.join(" ")}. ${name.toUpperCase()} igen.`;
      const spans = [{ from: lead.length, to: lead.length + name.length, protects: `person-${n}` }];
      return {
        id: `item-${n}`,
        section: "journal",
        title: `Samtal med ${name}`,
        source: name,
        text: whole,
        fields: { vem: name, antal: n },
        outcome: kind === "disclose" ? { kind } : { kind, spans, harm },
      };
    }),
  );

const secretsOf = (list: readonly OpenedItem[]): readonly { words: string; protects: string }[] =>
  list.flatMap(({ text: whole, outcome }) =>
    "spans" in outcome
      ? outcome.spans.map(({ from, to, protects }) => ({ words: whole.slice(from, to), protects }))
      : [],
  );
const source = (list: readonly OpenedItem[]): ExportSource => ({
  case: "case-1",
  right: "access",
  decision: "ff66",
  lang: "sv",
  items: list,
  information,
});
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe("10: redaction", () => {
  it("leaves no protected span in package, letter, log or file name", () => {
    fc.assert(
      fc.property(items, (list) => {
        const { files, manifest } = buildExport(source(list));
        const state = given(
          course(machines[0] ?? { regime: "gdpr", controller: "public-authority", right: "access" }).reviewed,
          envAt("2027-01-12"),
        );
        const letter = letterHtml(
          composeLetter("M06", {
            about: caseFor("M06"),
            lang: "sv",
            date: parseDate("2027-03-01"),
            facts: factsFor("sv"),
          }),
        );
        const artefacts = [
          ...files.map(({ name, type, bytes }) => ({
            name,
            content: decode(bytes),
            html: type === "text/html",
          })),
          { name: "manifest.json", content: JSON.stringify(manifest) },
          { name: "letter.html", content: letter, html: true },
          { name: "log", content: JSON.stringify(state) },
        ];
        expect(leaksIn(artefacts, secretsOf(list))).toEqual([]);
        // Asked plainly too, without the package's own search.
        for (const { words: secret } of secretsOf(list).filter(({ words: own }) => own.length > 4)) {
          for (const { name, content } of artefacts)
            expect(`${name}${content}`.toLowerCase()).not.toContain(secret.toLowerCase());
        }
      }),
    );
  });

  it("finds a leak that is planted, and refuses to build a package with one", () => {
    const name = "Greta Gran";
    const item: OpenedItem = {
      id: "item-1",
      section: "s",
      title: "",
      source: "",
      text: `${name} kom`,
      outcome: { kind: "redact", spans: [{ from: 0, to: name.length, protects: "reporter" }], harm },
    };
    const letters = [{ name: "brev.txt", type: "text/plain", bytes: new TextEncoder().encode(`Om ${name}`) }];
    expect(() => buildExport({ ...source([item]), letters })).toThrow(
      expect.objectContaining({ code: "PROTECTED_SPAN_LEAKS" }),
    );
    const named = [{ name: `${name}.txt`, type: "text/plain", bytes: new Uint8Array() }];
    expect(() => buildExport({ ...source([item]), letters: named })).toThrow(DsarError);
    expect(() => buildExport({ ...source([item]), letters })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining(name) as unknown }),
    );
  });

  it.each<[string, string, string | Uint8Array, boolean]>([
    ["in capitals, in a file of bytes", "Greta Gran", new TextEncoder().encode("av GRETA GRAN"), false],
    ["over a line's end", "Greta Gran", "av Greta\nGran", false],
    ["with a hard space", "Greta Gran", "av Greta\u00A0Gran", false],
    ["with a sign that HTML writes otherwise", "O'Hara", escapeHtml("av O'Hara"), true],
    ["in the middle of markup", "Greta Gran", "<p>Greta <b>Gran</b></p>", true],
  ])("finds a name %s", (_how, words, content, html) => {
    expect(leaksIn([{ name: "brev", content, html }], [{ words, protects: "reporter" }])).toHaveLength(1);
  });

  it("is found whether a letter is one sign or a letter and its ring", () => {
    const composed = "Åsa Öberg".normalize("NFC");
    const decomposed = "Åsa Öberg".normalize("NFD");
    for (const [words, said] of [
      [composed, decomposed],
      [decomposed, composed],
    ] as const) {
      const artefacts = [
        { name: "brev", content: `Anmälan av ${said}.` },
        { name: `${said}.txt`, content: new TextEncoder().encode(`av ${said}`) },
      ];
      expect(leaksIn(artefacts, [{ words, protects: "reporter" }])).toHaveLength(3);
    }
  });

  it("hides a name wherever it stands, whatever white space is in it", () => {
    const text = "Greta Gran kom. Greta\nGran gick, och GRETA  GRAN sov. Greta Grandin blev kvar.";
    expect(redact(text, [{ from: 0, to: 10, protects: "reporter" }])).toBe(
      "█████ kom. █████ gick, och █████ sov. █████din blev kvar.",
    );
  });

  it("leaves of a withheld item nothing but its place and its provision", () => {
    const item: OpenedItem = {
      id: "item-1",
      section: "journal",
      title: "Hemlig rubrik",
      source: "Hemlig källa",
      text: "Hemlig text",
      outcome: { kind: "withhold", harm },
    };
    const everything = buildExport(source([item]))
      .files.map(({ bytes }) => decode(bytes))
      .join("");
    expect(everything).not.toMatch(/Hemlig/);
    expect(everything).toContain("OSL (2009:400) 26 kap. 1 §");
  });
});

describe("11: the manifest", () => {
  it("is the hash of the contents, whatever their order", () => {
    fc.assert(
      fc.property(items, fc.nat(), (list, turn) => {
        const pack = buildExport(source(list));
        const turned = [...list.slice(turn % list.length), ...list.slice(0, turn % list.length)];
        expect(buildExport(source(turned)).manifestDigest).toBe(pack.manifestDigest);
        expect(verifyExport(pack.manifest, [...pack.files].reverse())).toBe(true);
        const [first, ...rest] = pack.files;
        if (first === undefined) return;
        const flipped = first.bytes.with(0, (first.bytes[0] ?? 0) ^ 1);
        expect(verifyExport(pack.manifest, [{ ...first, bytes: flipped }, ...rest])).toBe(false);
        expect(verifyExport(pack.manifest, rest)).toBe(false);
      }),
    );
  });

  it("stays when the package is sealed again with another key", async () => {
    const sealer: Sealer<string, string> = {
      seal: (pack, key) => Promise.resolve(`${key}:${pack.files.length}`),
      keyDigest: (key) => `digest-of-${key}`,
    };
    const pack = buildExport(source([]));
    const one = await sealExport(pack, "key-1", sealer);
    const two = await sealExport(pack, "key-2", sealer);
    expect(one.manifest).toBe(two.manifest);
    expect(one.manifest).toBe(manifestDigest(pack.manifest));
    expect(one.recipientKey).not.toBe(two.recipientKey);
    const failing = { ...sealer, seal: () => Promise.reject(new Error("no key")) };
    await expect(sealExport(pack, "key", failing)).rejects.toThrow(DsarError);
  });

  it("refuses access without the information of art. 15(1), and two files of one name", () => {
    const { information: _, ...without } = source([]);
    expect(() => buildExport(without)).toThrow(DsarError);
    for (const purposes of [[], [{ purpose: text("a", "a"), basis: [] }]]) {
      expect(() => buildExport({ ...source([]), information: { ...information, purposes } })).toThrow(
        expect.objectContaining({ code: "EXPORT_INCOMPLETE" }),
      );
    }
    const view = decode(
      buildExport(source([])).files.find(({ name }) => name === "index.html")?.bytes ?? new Uint8Array(),
    );
    expect(view).toContain("Rättslig grund:</p><ul><li>artikel 6.1 e</li></ul>");
    const letters = [{ name: "index.html", type: "text/html", bytes: new Uint8Array() }];
    expect(() => buildExport({ ...source([]), letters })).toThrow(DsarError);
  });
});

/** Stores that can be restored from a backup. */
class Stores implements ErasurePort {
  items: Map<string, Set<string>>;
  exports = new Set(["export-1"]);
  tokens = new Set(["token-1"]);
  readonly journal: ErasurePlan[] = [];
  destroyed = 0;

  constructor(copies: readonly Copy[]) {
    this.items = new Map(copies.map(({ store }) => [store, new Set<string>()]));
    for (const { store, item } of copies) this.items.get(store)?.add(item);
  }

  record = (plan: ErasurePlan): Promise<void> => {
    this.journal.push(plan);
    return Promise.resolve();
  };
  destroy: ErasurePort["destroy"] = (store, _section, gone) => {
    if (this.journal.length === 0) throw new Error("destroyed before it was written down");
    this.destroyed += 1;
    const held = this.items.get(store);
    const count = gone.filter((item) => held?.delete(item) === true).length;
    return Promise.resolve({ method: "crypto-shred", count, keyId: "key-9" });
  };
  holds = (store: string, item: string): Promise<boolean> =>
    Promise.resolve(this.items.get(store)?.has(item) === true);
  killExport = (id: string): Promise<void> => Promise.resolve(void this.exports.delete(id));
  killToken = (id: string): Promise<void> => Promise.resolve(void this.tokens.delete(id));
}

describe("12: erasure", () => {
  const machine = { regime: "gdpr", controller: "public-authority", right: "erasure" } as const;
  const state = signed(given(course(machine).reviewed, envAt("2027-01-12")), envAt("2027-01-12"));
  const copiesOf = fc
    .uniqueArray(fc.constantFrom("web", "archive", "mail", "index"), { minLength: 1 })
    .map((stores) => stores.map((store): Copy => ({ item: "item-1", store, section: "health" })));
  const signature = { salt: new Uint8Array(32).fill(7), at: "2027-01-12T10:00:00Z", by: "bo" };

  it("leaves the item in no store, kills exports and tokens, survives a restore, and is the same done twice", async () => {
    await fc.assert(
      fc.asyncProperty(copiesOf, async (copies) => {
        const stores = new Stores(copies);
        const backup = new Map([...stores.items].map(([store, held]) => [store, new Set(held)]));
        const plan = planErasure(state, copies, [], { exports: ["export-1"], tokens: ["token-1"] });
        const certificates = await executeErasure(plan, stores, signature);
        const gone = async (): Promise<void> => {
          for (const { store, item } of copies) expect(await stores.holds(store, item)).toBe(false);
          expect([stores.exports.size, stores.tokens.size]).toEqual([0, 0]);
        };
        await gone();
        expect(certificates.length).toBe(copies.length);
        expect(new Set(certificates.map(certificateDigest)).size).toBe(certificates.length);
        stores.items = backup;
        stores.exports.add("export-1");
        await replayErasures(stores.journal, stores);
        await gone();
        const after = structuredClone([...stores.items]);
        await replayErasures(stores.journal, stores);
        expect([...stores.items]).toEqual(after);
      }),
      { numRuns: 20 },
    );
  });

  it("names what stays and its ground on the certificate", async () => {
    const two = { ...state, items: { ...state.items, "item-2": { section: "health", sha256: "aa11" } } };
    const ground = { act: "SoL (2025:400)", at: "16 kap. 2 §", grade: "V" } as const;
    const copies = ["item-1", "item-2"].map((item): Copy => ({ item, store: "web", section: "health" }));
    const plan = planErasure(two, copies, [{ item: "item-2", keeps: true, ground }], {
      exports: [],
      tokens: [],
    });
    const [certificate] = await executeErasure(plan, new Stores(copies), signature);
    expect(certificate?.survivors).toEqual([{ section: "health", ground }]);
    expect(certificate?.count).toBe(1);
  });

  it("certifies nothing while a store still returns the item", async () => {
    const copies: readonly Copy[] = [{ item: "item-1", store: "web", section: "health" }];
    const stores = new Stores(copies);
    stores.holds = () => Promise.resolve(true);
    const plan = planErasure(state, copies, [], { exports: [], tokens: [] });
    await expect(executeErasure(plan, stores, signature)).rejects.toThrow(
      expect.objectContaining({ code: "ERASURE_INCOMPLETE" }),
    );
  });

  it("puts no word of it into the log", () => {
    const leaf = decode(
      eventLeaf({
        type: "ErasureExecuted",
        at: "2027-01-12T10:00:00Z",
        on: parseDate("2027-01-12"),
        actor: { id: "bo", role: "caseworker" },
        certificates: ["ee55"],
      }),
    );
    expect(leaf).toBe(
      '{"actor":{"id":"bo","role":"caseworker"},"at":"2027-01-12T10:00:00Z","certificates":["ee55"],"on":"2027-01-12","type":"ErasureExecuted"}',
    );
  });
});
