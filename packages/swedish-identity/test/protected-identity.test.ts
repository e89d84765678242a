import { describe, expect, it } from "vitest";
import { handlingOf, protectionLevels, strongestProtection } from "../src/index.ts";

describe("protected personal data", () => {
  it.each(protectionLevels.filter((level) => level !== "none"))(
    "at the level %s closes self-service, address, number and any hint, and asks for a harm test",
    (level) => {
      expect(handlingOf(level)).toEqual({
        selfService: false,
        showAddress: false,
        showNumber: false,
        confirmKnown: false,
        harmTestFirst: true,
      });
    },
  );

  it("changes nothing where there is none", () => {
    expect(handlingOf("none")).toMatchObject({ selfService: true, harmTestFirst: false });
  });

  it("of a household is that of its most protected person", () => {
    expect(strongestProtection([])).toBe("none");
    expect(strongestProtection(["none", "protected-registration", "secrecy-marking"])).toBe(
      "protected-registration",
    );
    expect(strongestProtection([...protectionLevels])).toBe("assumed-identity");
  });
});
