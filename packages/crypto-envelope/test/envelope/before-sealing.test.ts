import { describe, expect, it } from "vitest";
import { applicantKeys } from "../../src/directory.ts";
import {
  EnvelopeError,
  Receipt,
  type SealOptions,
  type SectionInput,
  type VerifiedKeys,
  isEnvelopeError,
  verifyKeyDocument,
} from "../../src/index.ts";
import { codeOf } from "../outcome.ts";
import { app, controller, joint, manyKeys, now, pattern, sealedCase } from "../situation.ts";

const contact: SectionInput = { id: "contact", class: "ordinary", data: pattern(10) };
const own = await controller("familjehem-sverige", "x25519");
const other = await controller("ifo-namnd", "x25519");

/** What `seal` answers, and whether it had begun to write or to encapsulate by then. */
async function refusal(
  more: Partial<SealOptions>,
  sections: readonly SectionInput[] = [contact],
): Promise<{ code: string; began: boolean }> {
  let began = false;
  const sink = (): WritableStream<Uint8Array> => {
    began = true;
    return new WritableStream();
  };
  return { code: await codeOf(() => sealedCase(sections, "x25519", { ...more, sink })), began };
}

describe("before it does any work, seal refuses", () => {
  it("keys of a controller that the context does not name", async () => {
    expect(await refusal({ to: { g1: [other.keys] } })).toEqual({ code: "CONTEXT", began: false });
    const to = { g1: [own.keys], g2: [own.keys, other.keys] };
    const sections = [{ ...contact, group: "g1" }];
    expect(await refusal({ to }, sections)).toEqual({ code: "CONTEXT", began: false });
    expect(await refusal({ to, context: joint }, sections)).toEqual({ code: "ok", began: true });
  });

  it("an applicant's own keys of another application, and not those of its own", async () => {
    const keysOf = async (receipt: Receipt): Promise<VerifiedKeys> => {
      const document = await applicantKeys(receipt, { from: now, until: "2027-01-01T00:00:00Z" });
      return verifyKeyDocument(document, { roots: [receipt.applicant], controller: receipt.app, now });
    };
    const mine = await keysOf(Receipt.create(app));
    const theirs = await keysOf(Receipt.create("00000000-0000-4000-8000-000000000000"));
    expect(await codeOf(() => sealedCase([contact], "x25519", { to: { g1: [mine] } }))).toBe("ok");
    expect(await refusal({ to: { g1: [theirs] } })).toEqual({ code: "CONTEXT", began: false });
  });

  it("more than 512 recipients in all groups together, the applicant's copy in each counted", async () => {
    const documents = Array.from({ length: 8 }, (_, at) => manyKeys(1 + 64 * at, 64));
    const [first = own.keys, second = own.keys, ...rest] = documents;
    const sections = [{ ...contact, group: "g1" }];
    const most = { g1: [first, second, manyKeys(2000, 62)], g2: rest.slice(0, 5) };
    // 190 and 320 keys, and the applicant twice.
    expect(await refusal({ to: most }, sections)).toEqual({ code: "ok", began: true });
    const more = { g1: [first, second, manyKeys(2000, 63)], g2: most.g2 };
    expect(await refusal({ to: more }, sections)).toEqual({ code: "LIMIT", began: false });
  });

  it.each([
    ["a group that is not there", { ...contact, id: "b", group: "g9" }],
    ["no group where there are two", { ...contact, id: "b" }],
    ["a group that objects have by themselves", { ...contact, id: "b", group: "constructor" }],
  ])("a later section that names %s", async (_, section) => {
    const to = { g1: [own.keys], g2: [own.keys] };
    const sections = [{ ...contact, group: "g1" }, section];
    expect(await refusal({ to }, sections)).toEqual({ code: "POLICY", began: false });
  });
});

describe("and what the caller has got wrong", () => {
  it.each([
    ["a padding that there is not", { sections: [{ ...contact, pad: "8k" as "4k" }] }],
    ["a digest of another length", { supersedes: pattern(31) }],
    ["a class with a capital letter", { sections: [{ ...contact, class: "Health" }] }],
    ["no section", { sections: [] }],
  ])("by FORMAT: %s", async (_, { sections = [contact], ...more }: Partial<SealOptions>) => {
    expect(await refusal(more, sections)).toEqual({ code: "FORMAT", began: false });
  });
});

describe("an error of this package", () => {
  it("is known by its name where it comes from another copy of the package", () => {
    class Another extends Error {
      override readonly name = "EnvelopeError";
      readonly code = "FORMAT";
      readonly publicCode = "FORMAT";
    }
    expect(isEnvelopeError(new EnvelopeError("NO_KEY", ""))).toBe(true);
    expect(isEnvelopeError(new Another())).toBe(true);
  });

  it.each([
    [new Error("EnvelopeError")],
    [{ name: "EnvelopeError", code: "FORMAT" }],
    [undefined],
    ["FORMAT"],
  ])("is not %o", (cause) => {
    expect(isEnvelopeError(cause)).toBe(false);
  });
});
