/** Shares of a private key (CE1 section 10). */
import { sha256 } from "@noble/hashes/sha2.js";
import { concatBytes } from "@noble/hashes/utils.js";
import { splitWith } from "../../../src/escrow/shares.ts";
import { fromBase64Url, toBase64Url } from "../../../src/index.ts";
import { type Party, named, party } from "../build.ts";
import { flipped } from "../negative-keyring.ts";

export interface ShareCase {
  readonly name: string;
  readonly shares: readonly string[];
  readonly result: string;
  readonly kem?: string;
  readonly key?: string;
}

/** A share with some of its bytes changed and its check made anew. */
function changed(share: string, at: number, value: number): string {
  const bytes = fromBase64Url(share.slice(7));
  bytes[at] = value;
  return `cenv1s.${toBase64Url(concatBytes(bytes.slice(0, 68), sha256(bytes.slice(0, 68)).slice(0, 4)))}`;
}

export async function shareCases(): Promise<ShareCase[]> {
  const alva = await party("alva", "x25519");
  const cai = await party("cai", "xwing");
  const split = (name: string, { publicKey, seed }: Party, t: number, n: number): string[] =>
    splitWith(named(name), seed, publicKey, t, n);
  const three = split("three of five", cai, 3, 5);
  const two = split("two of 255", alva, 2, 255);
  const again = split("three of five again", cai, 3, 5);
  const pick = (from_: readonly string[], ...indexes: number[]): string[] =>
    indexes.map((index) => from_[index - 1] ?? "");
  const joined = (name: string, { kem, seed }: Party, shares: string[]): ShareCase => ({
    name,
    shares,
    result: "ok",
    kem,
    key: toBase64Url(seed),
  });
  const [one = "", other = "", last = "", fourth = ""] = three;
  const byte = fromBase64Url(last.slice(7))[40] ?? 0;
  const bad: [string, string, string[]][] = [
    ["none", "LIMIT", []],
    ["two where three are needed", "LIMIT", [one, other]],
    ["the same one twice", "FORMAT", [one, other, one]],
    ["one of another set", "FORMAT", [one, other, ...pick(again, 3)]],
    ["one of another key", "FORMAT", [one, other, ...pick(two, 3)]],
    ["one with a wrong character", "FORMAT", [one, other, `cenv1s.${flipped(last.slice(7), 40)}`]],
    ["one of index 0", "FORMAT", [one, other, changed(last, 17, 0)]],
    ["one that is too short", "FORMAT", [one, other, last.slice(0, -4)]],
    ["a receipt", "FORMAT", [one, other, last.replace("cenv1s", "cenv1r")]],
    ["one that is false, its check made for it", "COMMITMENT", [one, other, changed(last, 40, byte ^ 1)]],
    ["two under each other's index", "COMMITMENT", [one, changed(other, 17, 4), changed(fourth, 17, 2)]],
  ];
  return [
    joined("three of five, the first", cai, pick(three, 1, 2, 3)),
    joined("three of five, others in another order", cai, pick(three, 5, 2, 4)),
    joined("more than are needed", cai, pick(three, 1, 2, 3, 4, 5)),
    joined("two of 255, the last", alva, pick(two, 255, 254)),
    ...bad.map(([name, result, shares]) => ({ name, shares, result })),
  ];
}
