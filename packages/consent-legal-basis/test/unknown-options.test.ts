/** An option that nobody reads is refused: a slip of the pen shall not turn a check off. */
import { parseDate } from "@tillit/civil-time";
import { describe, expect, it } from "vitest";
import {
  checkActivity,
  consentAt,
  lint,
  rightsFor,
  toArticle30,
  toJsonLd,
  toNotice,
  type CheckOptions,
} from "../src/index.ts";
import { newsletter } from "./sample-activity.ts";

const on = parseDate("2026-11-21");
const notice = { article: 13, locale: "sv", level: "short" } as const;

/** As from plain JavaScript: what is given is of no type. */
const calls: Readonly<Record<string, (more: object) => unknown>> = {
  checkActivity: (more) => checkActivity(newsletter, on, more),
  rightsFor: (more) => rightsFor(newsletter, on, more),
  toJsonLd: (more) => toJsonLd([newsletter], more),
  lint: (more) => lint("Vi samlar in uppgifter.", { on, ...more }),
  consentAt: (more) => consentAt([], "2026-11-21T12:00:00Z", more),
  toNotice: (more) => toNotice([newsletter], { ...notice, ...more }),
  toArticle30: (more) => toArticle30([newsletter], more),
};

describe.each(Object.entries(calls))("%s", (_name, call) => {
  it("takes none at all", () => {
    expect(() => call({})).not.toThrow();
  });

  it.each([
    ["an option of another function", { retentionRule: 1 }, ["retentionRule"]],
    ["a slip of the pen", { nationl: 1 }, ["nationl"]],
    ["an inherited one", Object.create({ retentions: 1 }) as object, ["retentions"]],
    ["one that may be about somebody", { "19121212-1212": 1 }, []],
  ])("refuses %s, and says which without what it was given", (_what, more, path) => {
    const given = _name === "lint" || _name === "toNotice" ? spread(more) : more;
    expect(() => call(given)).toThrow(
      expect.objectContaining({ code: "OPTION_UNKNOWN", path, message: expect.not.stringContaining("1212") }),
    );
  });
});

/** Own keys only survive a spread; what is inherited is put on by hand. */
function spread(more: object): object {
  const flat: Record<string, unknown> = {};
  for (const key in more) flat[key] = 1;
  return flat;
}

it("does not compile where it is written out", () => {
  // @ts-expect-error retention is no option of this check
  const options: CheckOptions = { retention: new Map() };
  expect(() => checkActivity(newsletter, on, options)).toThrow("known are national, retentionRules");
});
