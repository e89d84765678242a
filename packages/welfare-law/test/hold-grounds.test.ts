import { describe, expect, it } from "vitest";
import { holdGround, holdGrounds, placeableHoldGrounds } from "../src/index.ts";

describe("the grounds that keep a record from disposal for now", () => {
  it.each([
    ["supervision", "SFS 2025:400", "28 kap. 5 §"],
    ["appeal", "SFS 2025:400", "35 kap."],
    ["damages", "EU 2016/679", "art. 17.3 e"],
    ["research", "EU 2016/679", "art. 89"],
    ["investigation", "SFS 2025:400", "27 kap."],
    ["restriction", "EU 2016/679", "art. 18"],
  ])("%s leans on %s %s", (id, act, at) => {
    expect(holdGround(id)?.cite).toEqual({ act, at });
  });

  it("are placed by somebody, all but a restriction, which a request brings", () => {
    const placed = holdGrounds.filter(({ placedBy }) => placedBy === "controller").map(({ id }) => id);
    expect(placed).toEqual(placeableHoldGrounds);
    expect(holdGround("restriction")?.placedBy).toBe("request");
  });

  it("have words in both languages and a grade, and each stands once", () => {
    expect(new Set(holdGrounds.map(({ id }) => id)).size).toBe(holdGrounds.length);
    for (const { text, grade } of holdGrounds) {
      expect(text.sv).not.toBe("");
      expect(text.en).not.toBe("");
      expect(grade).toMatch(/^[VSMI]$/);
    }
  });

  it.each(["", "toString", "__proto__", "Supervision"])("know nothing of %j", (id) => {
    expect(holdGround(id)).toBeUndefined();
  });
});
