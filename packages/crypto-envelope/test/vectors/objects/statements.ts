/** Statements of the applicant (CE1 section 7). */
import { concatBytes } from "@noble/hashes/utils.js";
import { canonicalBytesOf } from "../../../src/format/json.ts";
import { type Dsse, type Receipt, toBase64Url } from "../../../src/index.ts";
import { type Made, at, make, party, receiptOf, section } from "../build.ts";

const withdrawal = "application/vnd.cenv.withdraw.v1+json";
const amendment = "application/vnd.cenv.amend.v1+json";

/** A manifest, the one that replaces it, and one by another applicant that says it does. */
export async function versions(): Promise<{ old: Made; next: Made; other: Made; stranger: Receipt }> {
  const alva = await party("alva", "x25519");
  const to = { g1: [alva.keys] };
  const receipt = receiptOf("objects");
  const stranger = receiptOf("stranger");
  const old = await make("objects old", to, [section("contact", 10)], { receipt });
  const { digest: supersedes } = old;
  const next = await make("objects next", to, [section("contact", 11)], { receipt, supersedes });
  const other = await make("objects other", to, [section("contact", 12)], { receipt: stranger, supersedes });
  return { old, next, other, stranger };
}

export interface StatementCase {
  readonly name: string;
  readonly statement: Dsse;
  readonly manifest: Dsse;
  /** The new manifest: the statement is to be an amendment. */
  readonly by?: Dsse;
  readonly result: string;
  readonly at?: string;
}

export async function statementCases(): Promise<StatementCase[]> {
  const { next, old, other, stranger } = await versions();
  const { receipt } = old;
  const withdraw = { at, manifest: toBase64Url(old.digest), v: 1 };
  const amend = { at, by: toBase64Url(next.digest), manifest: toBase64Url(old.digest), v: 1 };
  const says = (value: object, type = withdrawal, by = receipt): Dsse =>
    by.sign(type, value instanceof Uint8Array ? value : canonicalBytesOf(value));
  const good = says(withdraw);
  const [one] = good.signatures;
  const [two] = says(withdraw, withdrawal, stranger).signatures;
  if (one === undefined || two === undefined) throw new Error("a statement is signed");
  const withdrawals: [string, string, Dsse][] = [
    ["a withdrawal without signature", "SIGNATURE", { ...good, signatures: [] }],
    ["a withdrawal with two signatures", "SIGNATURE", { ...good, signatures: [one, two] }],
    [
      "a withdrawal under another's signature",
      "SIGNATURE",
      { ...good, signatures: [{ ...one, sig: two.sig }] },
    ],
    ["a withdrawal by another applicant", "SIGNATURE", { ...good, signatures: [two] }],
    ["a withdrawal of another type", "FORMAT", says(withdraw, amendment)],
    ["a withdrawal of another manifest", "CONTEXT", says({ ...withdraw, manifest: amend.by })],
    ["a withdrawal of version 2", "VERSION", says({ ...withdraw, v: 2 })],
    ["a withdrawal with an unknown field", "FORMAT", says({ ...withdraw, by: amend.by })],
    ["a withdrawal at no real time", "FORMAT", says({ ...withdraw, at: "2026-11-31T18:00:00Z" })],
    [
      "a withdrawal with a space",
      "FORMAT",
      says(concatBytes(canonicalBytesOf(withdraw), Uint8Array.of(0x20))),
    ],
  ];
  const amendments: [string, string, Dsse, Dsse][] = [
    [
      "an amendment by a manifest that does not supersede",
      "CONTEXT",
      says({ ...amend, by: amend.manifest }, amendment),
      old.manifest,
    ],
    [
      "an amendment that names another new manifest",
      "CONTEXT",
      says({ ...amend, by: toBase64Url(other.digest) }, amendment),
      next.manifest,
    ],
    [
      "an amendment by another applicant's manifest",
      "SIGNATURE",
      says({ ...amend, by: toBase64Url(other.digest) }, amendment),
      other.manifest,
    ],
    ["an amendment without its new manifest", "FORMAT", says(withdraw, amendment), next.manifest],
  ];
  const { manifest } = old;
  return [
    { name: "a withdrawal", statement: good, manifest, result: "ok", at },
    {
      name: "an amendment",
      statement: says(amend, amendment),
      manifest,
      by: next.manifest,
      result: "ok",
      at,
    },
    ...withdrawals.map(([name, result, statement]) => ({ name, statement, manifest, result })),
    ...amendments.map(([name, result, statement, by]) => ({ name, statement, manifest, by, result })),
  ];
}
