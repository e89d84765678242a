import { describe, expect, it } from "vitest";
import { decrypt, encrypt, newDraftKey } from "../src/draft/draft-cipher.ts";
import { draftDays, isTooOld, usableAnswers } from "../src/draft/draft-record.ts";

const day = 86_400_000;
const now = Date.UTC(2026, 10, 21);

describe("the draft", () => {
  it.each([
    [0, false],
    [draftDays * day, false],
    [draftDays * day + 1, true],
    [-2 * day, true],
  ])("saved %i ms ago is too old: %s", (age, old) => {
    expect(isTooOld(now - age, now)).toBe(old);
  });

  it("gives back every answer of the same questionnaire, also those half written; files come apart", () => {
    const answers = { name: "Anna", phone: "07", files: [] };
    const draft = { questionnaire: "fam-intresse/1", saved: now, answers };
    expect(usableAnswers(draft)).toEqual({ answers: { name: "Anna", phone: "07" }, dropped: false });
  });

  it("keeps what still fits of another questionnaire, and says that something was dropped", () => {
    const answers = { name: "Anna", protected: "maybe", shoe: "41" };
    expect(usableAnswers({ questionnaire: "fam-intresse/0", saved: now, answers: answers as never })).toEqual(
      {
        answers: { name: "Anna" },
        dropped: true,
      },
    );
    expect(
      usableAnswers({ questionnaire: "fam-intresse/0", saved: now, answers: { name: "Anna" } }).dropped,
    ).toBe(false);
  });

  it("is encrypted under a key that cannot be exported, each part bound to its place", async () => {
    const key = await newDraftKey();
    await expect(crypto.subtle.exportKey("raw", key)).rejects.toThrow();
    const bytes = new TextEncoder().encode("Anna Andersson");
    const sealed = await encrypt(key, "answers", bytes);
    expect(Buffer.from(sealed.data).includes("Anna")).toBe(false);
    expect(new Uint8Array(await decrypt(key, "answers", sealed))).toEqual(bytes);
    await expect(decrypt(key, "meta-0", sealed)).rejects.toThrow();
    new Uint8Array(sealed.data)[0] = 1 ^ (new Uint8Array(sealed.data)[0] ?? 0);
    await expect(decrypt(key, "answers", sealed)).rejects.toThrow();
  });
});
