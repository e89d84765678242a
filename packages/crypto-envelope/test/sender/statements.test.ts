import { describe, expect, it } from "vitest";
import { statementSubject } from "../../src/statements.ts";
import { codeOf } from "../outcome.ts";
import { now, pattern, sealedCase } from "../situation.ts";

const { receipt, sealed } = await sealedCase([{ id: "a", class: "x", data: pattern(3) }]);
const statement = receipt.withdraw(sealed.manifest, now);
const text = atob(statement.payload);
const saying = (payload: string) => receipt.sign(statement.payloadType, new TextEncoder().encode(payload));

describe("the subject of a statement", () => {
  it("is the digest of the manifest that it names", () => {
    expect(statementSubject(statement)).toEqual(sealed.digest);
    expect(statementSubject(saying(text))).toEqual(sealed.digest);
  });

  it.each([
    ["a field that CE1 does not know", `${text.slice(0, -1)},"x":1}`],
    ["half of a character", `${text.slice(0, -1)},"x":"\\ud800"}`],
    ["a number that no double holds", `${text.slice(0, -1)},"x":1e400}`],
    ["ten thousand lists in each other", `${text.slice(0, -1)},"x":${"[".repeat(1e4)}${"]".repeat(1e4)}}`],
    ["no time", text.replace(/"at":"[^"]*",/, "")],
    ["keys in another order", `{"v":1,${text.slice(1, -7)}}`],
  ])("is not read off a statement with %s: FORMAT", async (_, payload) => {
    expect(await codeOf(() => statementSubject(saying(payload)))).toBe("FORMAT");
  });
});
