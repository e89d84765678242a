import { addRecipientWith, removeRecipient } from "../../src/envelope/recipients.ts";
import { countersign } from "../../src/envelope/reseal.ts";
import { decapsulatorFromSeed, verify } from "../../src/index.ts";
import { shred } from "../../src/keyring.ts";
import { context, engineOf, expect, filled, make, named, opens, party, receiptOf, section } from "./build.ts";
import type { VectorCase } from "./case.ts";

const sizes = [0, 1, 16_383, 16_384, 16_385] as const;
const kinds = ["x25519", "xwing"] as const;

/** Everything an opener must open. */
export async function positiveCases(): Promise<Record<string, VectorCase[]>> {
  const sizeCases: VectorCase[] = [];
  const paddingCases: VectorCase[] = [];
  const recipientCases: VectorCase[] = [];
  const keyringCases: VectorCase[] = [];
  const contextCases: VectorCase[] = [];

  const alva = await party("alva", "x25519");
  const bo = await party("bo", "x25519");
  const cai = await party("cai", "xwing");
  const dag = await party("dag", "xwing");

  for (const kem of kinds) {
    const reader = kem === "x25519" ? alva : cai;
    for (const size of sizes) {
      const made = await make(`${kem} ${size}`, { g1: [reader.keys] }, [section("file-1", size)]);
      sizeCases.push(await opens(`${kem}, one recipient, a section of ${size} bytes`, made, reader));
    }
    const two = await make(
      `${kem} two`,
      { g1: kem === "x25519" ? [alva.keys, bo.keys] : [cai.keys, dag.keys] },
      [section("contact", 100), section("health", 200, { class: "health" })],
    );
    recipientCases.push(await opens(`${kem}, two recipients, opened by the first`, two, reader));
    recipientCases.push(
      await opens(`${kem}, two recipients, opened by the second`, two, kem === "x25519" ? bo : dag),
    );
    recipientCases.push(await opens(`${kem}, opened by the applicant's receipt`, two, two.receipt));
  }
  for (const [kem, count] of [
    ["x25519", 10],
    ["x25519", 290],
    ["xwing", 10],
  ] as const) {
    const parties = await Promise.all(
      Array.from({ length: count }, (_, at) => party(`${kem} number ${at}`, kem)),
    );
    const made = await make(`${kem} many ${count}`, { g1: parties.map(({ keys }) => keys) }, [
      section("contact", 50),
    ]);
    const last = parties.at(-1);
    if (last !== undefined)
      recipientCases.push(await opens(`${kem}, ${count} recipients, opened by the last`, made, last));
  }
  const mixed = await make("mixed", { g1: [alva.keys, cai.keys] }, [section("contact", 50)], {
    policy: { allowMixed: true },
  });
  recipientCases.push(await opens("both kinds in one group, opened with x25519", mixed, alva));
  recipientCases.push(await opens("both kinds in one group, opened with xwing", mixed, cai));
  const groups = await make("groups", { g1: [alva.keys, bo.keys], g2: [bo.keys] }, [
    section("contact", 50, { group: "g1" }),
    section("health", 60, { group: "g2", class: "health" }),
  ]);
  recipientCases.push(await opens("two groups, opened by a member of both", groups, bo));
  recipientCases.push(
    await opens("two groups, opened by a member of one: the other section is locked", groups, alva),
  );

  for (const size of [0, 1, 4095, 4096]) {
    const made = await make(`4k ${size}`, { g1: [alva.keys] }, [section("contact", size, { pad: "4k" })]);
    paddingCases.push(await opens(`4k padding of ${size} bytes`, made, alva));
  }
  for (const size of [0, 1, 8, 9, 1000, 16_384]) {
    const made = await make(`padme ${size}`, { g1: [alva.keys] }, [
      section("file-1", size, { pad: "padme" }),
    ]);
    paddingCases.push(await opens(`padme padding of ${size} bytes`, made, alva));
  }
  const zeros = await make("zeros", { g1: [alva.keys] }, [
    section("file-1", 0, { pad: "padme", data: Uint8Array.from([7, 0x80, 0, 0, 0x80, 0, 0, 0]) }),
  ]);
  paddingCases.push(await opens("content that ends as padding does", zeros, alva));

  const many = await make("many", { g1: [alva.keys] }, [
    section("contact", 100, { pad: "4k" }),
    section("household", 20),
    section("health", 300, { class: "health", pad: "4k" }),
    section("file-1", 20_000, { class: "attachment", pad: "padme" }),
    section("a", 0),
    section("an-id-of-thirty-two-characters-1", 5),
  ]);
  keyringCases.push(await opens("six sections", many, alva));
  const shredded = shred(many.keyring, "health", { at: "2027-01-31T00:00:00Z", rule: "sol-2025-400-17-2" });
  keyringCases.push(await opens("one section shredded", many, alva, { keyring: shredded }));
  const allButOne = many.inputs
    .filter(({ id }) => id !== "a")
    .reduce(
      (keyring, { id }) => shred(keyring, id, { at: "2027-01-31T00:00:00Z", rule: "all" }),
      many.keyring,
    );
  keyringCases.push(await opens("all sections but one shredded", many, alva, { keyring: allButOne }));
  const verified = verify(many.manifest, expect);
  const holder = await decapsulatorFromSeed("x25519", alva.seed);
  const added = await addRecipientWith(engineOf("add bo"), verified, many.keyring, holder, "g1", bo.keys);
  keyringCases.push(await opens("a recipient added after sealing", many, bo, { keyring: added }));
  const rotated = removeRecipient(added, alva.publicKey.kid);
  keyringCases.push(await opens("the first recipient rotated out", many, bo, { keyring: rotated }));

  const next = await make("next", { g1: [alva.keys] }, [section("contact", 10)], {
    receipt: many.receipt,
    supersedes: many.digest,
  });
  contextCases.push(await opens("a version that supersedes another", next, alva));
  const acknowledged = countersign(many.manifest, named("countersigner").bytes(32));
  contextCases.push(await opens("a countersigned manifest", many, alva, { manifest: acknowledged }));
  const controllers = Array.from({ length: 16 }, (_, at) => `controller-${at}`);
  const sixteenth = await party("alva", "x25519", "controller-15");
  const wide = await make("wide", { g1: [sixteenth.keys] }, [section("contact", 10)], {
    context: { ...context, controllers },
  });
  contextCases.push(
    await opens("sixteen controllers", wide, alva, { expect: { ...expect, controller: "controller-15" } }),
  );
  const purpose = "ansökan om att bli familjehem – åäö";
  const swedish = await make("swedish", { g1: [alva.keys] }, [section("contact", 10)], {
    context: { ...context, purpose },
  });
  contextCases.push(
    await opens("a purpose outside ASCII", swedish, alva, { expect: { ...expect, purpose } }),
  );
  const open = await opens("an opener that expects purpose and schema only", many, alva, {
    expect: { purpose: context.purpose, schemas: ["other/1", context.schema] },
  });
  contextCases.push(open);

  const large = await make(
    "large",
    { g1: [alva.keys] },
    [section("file-1", 0, { data: filled("large", 1_048_577), class: "attachment" })],
    { receipt: receiptOf("large") },
  );
  return {
    sizes: sizeCases,
    padding: paddingCases,
    recipients: recipientCases,
    keyring: keyringCases,
    context: contextCases,
    large: [await opens("a blob of two hash segments", large, alva)],
  };
}
