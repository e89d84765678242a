/** Which findings on the model answer to which problem in the texts, shown on the five organisations. */
import { parseDate } from "@tillit/civil-time";
import { checkActivity } from "@tillit/consent-legal-basis";
import { type ProblemCode, profiles } from "@tillit/policy-profiles";
import { knownRetention, swedishLaw } from "@tillit/welfare-law";
import { describe, expect, it } from "vitest";

const answering: Readonly<Record<ProblemCode, readonly string[]>> = {
  P1: ["CLB008", "CLB010", "CLB025", "CLB041"],
  P2: ["CLB026"],
  P3: ["CLB001", "CLB002", "CLB009", "CLB023", "CLB027", "CLB028"],
  P4: ["CLB006", "CLB029"],
  P5: ["CLB030"],
  P6: ["CLB003"],
  P7: ["CLB020", "CLB031"],
  P8: ["CLB021", "CLB040", "CLB045", "CLB046", "CLB049", "CLB050"],
  P9: ["CLB032"],
  P10: ["CLB018"],
  P11: ["CLB033", "CLB034"],
  P12: ["CLB035", "CLB042"],
  P13: ["CLB019", "CLB036"],
  P14: ["CLB037", "CLB043", "CLB044"],
  P15: ["CLB038"],
};

const on = parseDate("2026-11-21");
const struck = new Set<string>(
  profiles
    .flatMap(({ activities, declared }) => activities.concat(declared))
    .flatMap((activity) =>
      checkActivity(activity, on, { national: swedishLaw, retentionRules: knownRetention(on) }),
    )
    .map(({ code }) => code),
);

describe("The fifteen kinds of problem", () => {
  it.each(Object.entries<readonly string[]>(answering))(
    "%s is told by the legality check too",
    (_, codes) => {
      expect(codes.filter((code) => struck.has(code))).not.toEqual([]);
    },
  );
});
