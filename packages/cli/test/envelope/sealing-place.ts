/** A folder with the keys of one controller, to seal in. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { folder, json, tillitHere } from "../tillit.ts";

export const purpose = ["--purpose", "foster-care-application", "--schema", "fam-intresse/1"];

/** What files and command lines of the place are called. */
export type SealingPlace = {
  readonly at: (...parts: string[]) => string;
  /** Makes the keys; before anything is sealed. */
  readonly makeKeys: () => Promise<void>;
  /** The command line that seals to them. */
  readonly sealing: (name: string, receipt: string, ...sections: string[]) => string[];
  readonly [Symbol.dispose]: () => void;
};

export function sealingPlace(): SealingPlace {
  const place = folder();
  const at = (...parts: string[]): string => join(place.path, ...parts);
  let keys: readonly string[] = [];
  return {
    at,
    makeKeys: async () => {
      writeFileSync(at("passphrase"), "fyra ord i en rad\n");
      const phrase = ["--passphrase-file", at("passphrase")];
      const kind = ["--controller", "kommun-1", "--kem", "x25519"];
      const made = await tillitHere(["envelope", "keygen", at("keys"), ...kind, ...phrase]);
      const { root } = json(made) as { root: string };
      keys = ["--document", at("keys", "document.json"), "--root", root, "--controller", "kommun-1"];
    },
    sealing: (name, receipt, ...sections) => {
      const to = [...keys, "--receipt", at(receipt), ...purpose];
      return ["envelope", "seal", at(name), ...sections, ...to];
    },
    [Symbol.dispose]: () => {
      place[Symbol.dispose]();
    },
  };
}
