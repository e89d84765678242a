import { describe, expect, it } from "vitest";
import { Receipt, verify } from "../../src/index.ts";
import { verifyProof } from "../../src/statements.ts";
import { statementSubject, verifyWithdrawal, verifyAmendment } from "../../src/statements.ts";
import { app, expected, now, pattern, sealedCase } from "../situation.ts";

const sections = [{ id: "contact", class: "ordinary", data: pattern(100) }];
const nonce = pattern(16, 9);

describe("a receipt", () => {
  it("survives print and typing", async () => {
    const receipt = Receipt.create(app);
    const again = Receipt.parse(receipt.toString());
    expect(again.toString()).toBe(receipt.toString());
    expect(again.app).toBe(app);
    expect((await again.decapsulator()).kid).toBe((await receipt.decapsulator()).kid);
  });

  it("reads the same from its text, its QR payload and its file", () => {
    const receipt = Receipt.create(app);
    expect(receipt.toQrPayload()).toMatch(/^CENV1R\.[A-Z2-7]{84}$/);
    for (const text of [receipt.toQrPayload(), receipt.toFile(), ` ${receipt.toString()}\n`]) {
      expect(Receipt.parse(text).toString()).toBe(receipt.toString());
    }
    for (const wrong of [receipt.toQrPayload().slice(0, -1), "{}", "{", `${receipt.toQrPayload()}A`]) {
      expect(() => Receipt.parse(wrong)).toThrow(expect.objectContaining({ code: "FORMAT" }));
    }
  });

  it("is refused when a character is wrong, missing or added", () => {
    const text = Receipt.create(app).toString();
    const swapped = text.slice(0, 20) + (text[20] === "A" ? "B" : "A") + text.slice(21);
    for (const wrong of [swapped, text.slice(0, -1), `${text}A`, text.slice(7), ""]) {
      expect(() => Receipt.parse(wrong)).toThrow(expect.objectContaining({ code: "FORMAT" }));
    }
  });

  it("does not show its secret when serialised", () => {
    const receipt = Receipt.create(app);
    expect(JSON.stringify({ receipt })).toBe(`{"receipt":{"app":"${app}"}}`);
  });

  it("proves possession for one envelope, nonce and origin only", async () => {
    const { sealed, receipt } = await sealedCase(sections);
    const { applicant, cid } = verify(sealed.manifest, expected);
    const origin = "http://localhost:8788";
    const proof = receipt.prove(cid, nonce, origin);
    const asked = { applicant, cid, nonce, origin, proof };
    expect(verifyProof(asked)).toBe(true);
    expect(verifyProof({ ...asked, nonce: pattern(16, 8) })).toBe(false);
    expect(verifyProof({ ...asked, cid: pattern(32) })).toBe(false);
    expect(verifyProof({ ...asked, origin: "http://localhost:8787" })).toBe(false);
    expect(verifyProof({ ...asked, applicant: Receipt.create(app).applicant })).toBe(false);
    expect(verifyProof({ ...asked, proof: proof.slice(1) })).toBe(false);
  });

  it("withdraws the application it belongs to, and no other", async () => {
    const { sealed, receipt } = await sealedCase(sections);
    const other = await sealedCase(sections);
    const verified = verify(sealed.manifest, expected);
    const statement = receipt.withdraw(sealed.manifest, now);
    expect(statementSubject(statement)).toEqual(sealed.digest);
    expect(verifyWithdrawal(statement, verified)).toEqual({ at: now });
    const others = verify(other.sealed.manifest, expected);
    expect(() => verifyWithdrawal(statement, others)).toThrow(expect.objectContaining({ code: "SIGNATURE" }));
    expect(() => other.receipt.withdraw(sealed.manifest, now)).toThrow(
      expect.objectContaining({ code: "SIGNATURE" }),
    );
  });

  it("withdraws one version, not another version of the same application", async () => {
    const first = await sealedCase(sections);
    const { receipt } = first;
    const second = await sealedCase(sections, "x25519", { receipt, supersedes: first.sealed.digest });
    const statement = receipt.withdraw(first.sealed.manifest, now);
    expect(() => verifyWithdrawal(statement, verify(second.sealed.manifest, expected))).toThrow(
      expect.objectContaining({ code: "CONTEXT" }),
    );
  });

  it("amends: the new version names the old one and both are signed for", async () => {
    const first = await sealedCase(sections);
    const { receipt } = first;
    const second = await sealedCase(sections, "x25519", { receipt, supersedes: first.sealed.digest });
    const [old, next] = [first, second].map(({ sealed }) => verify(sealed.manifest, expected));
    if (old === undefined || next === undefined) throw new Error("two versions");
    const statement = receipt.amend(first.sealed.manifest, second.sealed.manifest, now);
    expect(verifyAmendment(statement, old, next)).toEqual({ at: now });
    expect(() => verifyAmendment(statement, next, old)).toThrow(expect.objectContaining({ code: "CONTEXT" }));
    const backwards = receipt.amend(second.sealed.manifest, first.sealed.manifest, now);
    expect(() => verifyAmendment(backwards, next, old)).toThrow(expect.objectContaining({ code: "CONTEXT" }));
  });
});
