import { describe, expect, it } from "vitest";
import { generateKey } from "../../src/index.ts";
import { type KeyFile, lockKey, unlockKey } from "../../src/keyfile.ts";
import { pattern } from "../situation.ts";

const { publicKey, seed } = await generateKey("x25519");
const passphrase = "brevlåda åtta blå hästar";
const passkey = { prf: pattern(32, 3), credentialId: pattern(20, 4), salt: pattern(32, 5) };
const file = await lockKey(seed, publicKey, [{ passphrase, logN: 14 }, passkey]);

describe("a key file", () => {
  it.each([
    ["its passphrase", { passphrase }],
    ["its passphrase typed with combining marks", { passphrase: passphrase.normalize("NFD") }],
    ["its passkey", passkey],
  ])("opens with %s", async (_, unlock) => {
    expect(await unlockKey(JSON.parse(JSON.stringify(file)) as KeyFile, unlock)).toEqual(seed);
  });

  it.each([
    ["a wrong passphrase", { passphrase: "brevlåda åtta blå hundar" }],
    ["a wrong passkey result", { ...passkey, prf: pattern(32, 6) }],
    ["another credential", { ...passkey, credentialId: pattern(20, 7) }],
  ])("stays shut with %s", async (_, unlock) => {
    await expect(unlockKey(file, unlock)).rejects.toMatchObject({
      code: "PASSPHRASE",
      publicCode: "PASSPHRASE",
    });
  });

  it("is refused without a slot", async () => {
    await expect(unlockKey({ ...file, slots: [] }, { passphrase })).rejects.toMatchObject({ code: "FORMAT" });
  });

  it.each<[string, (slots: Record<string, unknown>) => object, string]>([
    ["a work factor that would take minutes", (slot) => ({ ...slot, logN: 21 }), "LIMIT"],
    ["a work factor that is too small", (slot) => ({ ...slot, logN: 13 }), "LIMIT"],
    ["other scrypt parameters", (slot) => ({ ...slot, r: 1 }), "FORMAT"],
    ["a short box", (slot) => ({ ...slot, box: "AAAA" }), "FORMAT"],
    ["an unknown field", (slot) => ({ ...slot, hint: "x" }), "FORMAT"],
    ["an unknown kind", (slot) => ({ ...slot, type: "argon2" }), "FORMAT"],
  ])("is refused with %s", async (_, change, code) => {
    const [slot] = file.slots;
    const changed = { ...file, slots: [change({ ...slot })] } as unknown as KeyFile;
    await expect(unlockKey(changed, { passphrase })).rejects.toMatchObject({ code });
  });

  it("does not open a box that was moved to another key's file", async () => {
    const other = await generateKey("x25519");
    const moved: KeyFile = { ...file, kid: other.publicKey.kid };
    await expect(unlockKey(moved, { passphrase })).rejects.toMatchObject({ code: "PASSPHRASE" });
  });

  it("wants a passphrase of eight characters, a fitting seed and a sane work factor", async () => {
    const refused = async (
      locks: Parameters<typeof lockKey>[2],
      bytes: Uint8Array = seed,
    ): Promise<unknown> => lockKey(bytes, publicKey, locks).catch((cause: unknown) => cause);
    expect(await refused([{ passphrase: "kort" }])).toMatchObject({ code: "POLICY" });
    expect(await refused([{ passphrase, logN: 30 }])).toMatchObject({ code: "LIMIT" });
    expect(await refused([])).toMatchObject({ code: "LIMIT" });
    expect(await refused([{ passphrase }], pattern(32))).toMatchObject({ code: "FORMAT" });
  });
});
