/**
 * The keyed names that persons have here: staff in the log, applicants beside what their e-identification reaches. They
 * have keys of their own, so that cookies may change theirs; and a database takes the keys it was begun with, and no other.
 */
import { createHmac, hkdfSync } from "node:crypto";
import { type NamedPersons, type Store, StoreError } from "@tillit/record-store";

export interface PseudonymKeys {
  /** At least 32 characters. */
  readonly staff: string;
  /** The same; left out where applicants have no e-identification. */
  readonly applicants?: string | undefined;
}

const settings: Readonly<Record<NamedPersons, string>> = {
  staff: "PSEUDONYM_SECRET",
  applicants: "APPLICANT_SECRET",
};

const least = 32;

export class Pseudonyms {
  readonly #staff: string;
  readonly #applicants: Uint8Array | undefined;

  private constructor({ staff, applicants }: PseudonymKeys) {
    this.#staff = staff;
    this.#applicants = applicants === undefined ? undefined : keyFrom(applicants, "tillit/eid-link/1");
  }

  /**
   * The one way to pseudonyms. The first start leaves a mark of each key in the database, from which the key cannot be
   * had; every later one must come with the same key, or one person would be two.
   *
   * @param confirmed - takes the keys also where persons have been named before any key left its mark
   * @throws StoreError STORE_KEY_CHANGED · STORE_KEY_UNCONFIRMED · STORE_KEY_WEAK
   */
  static async hold(
    { pseudonymMarks: marks }: Pick<Store, "pseudonymMarks">,
    keys: PseudonymKeys,
    { at, confirmed }: { readonly at: string; readonly confirmed: boolean },
  ): Promise<Pseudonyms> {
    for (const persons of ["staff", "applicants"] as const) {
      const key = keys[persons];
      if (key === undefined && persons === "applicants") continue;
      const setting = settings[persons];
      if (typeof key !== "string" || key.length < least) {
        throw new StoreError("STORE_KEY_WEAK", `${setting} is missing or shorter than ${least} characters.`);
      }
      const mark = Buffer.from(keyFrom(key, `tillit/pseudonym-mark/1/${persons}`)).toString("base64url");
      const known = await marks.of(persons);
      if (known === undefined && confirmed !== true && (await marks.inUse(persons))) {
        throw new StoreError(
          "STORE_KEY_UNCONFIRMED",
          `Persons have been named in this database before a key left its mark. Give in ${setting} the secret they were named with, and run confirm-keys.`,
        );
      }
      if ((known ?? (await marks.leave(persons, mark, at))) !== mark) {
        throw new StoreError(
          "STORE_KEY_CHANGED",
          `The database was begun with another ${setting}: with this one the same person would be somebody else. Give the earlier one back.`,
        );
      }
    }
    return new Pseudonyms(keys);
  }

  /** Of a member of staff at one controller; 16 hexadecimal digits. */
  ofStaff(controller: string, person: string): string {
    return createHmac("sha256", this.#staff).update(`${controller}\0${person}`).digest("hex").slice(0, 16);
  }

  /** Of an applicant by number; undefined where applicants have no e-identification. */
  ofApplicant(number: string): string | undefined {
    return this.#applicants && createHmac("sha256", this.#applicants).update(number).digest("hex");
  }
}

function keyFrom(secret: string, label: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", secret, "", label, 32));
}
