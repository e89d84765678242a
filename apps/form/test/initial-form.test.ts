import { questionnaire } from "@tillit/application-case";
import { describe, expect, it } from "vitest";
import type { Draft, Kept } from "../src/draft/draft-store.ts";
import { initialForm } from "../src/journey/initial-form.ts";
import type { Place } from "../src/journey/places.ts";

const day = 86_400_000;
const now = Date.UTC(2026, 11, 1);
const answers = { assignment: ["contact-person"], municipalities: ["a"] };
const draft: Draft = {
  saved: now - day,
  answers,
  files: [],
  place: "time",
  noticesRead: { a: "1" },
  dropped: false,
};
const nothing: Kept = { draft: undefined, sending: undefined, outbox: undefined, sent: undefined };
const input = {
  answers,
  files: [],
  language: "sv" as const,
  receivers: [{ controller: "a", accepts: [], noticeVersion: "1", keyVersion: 1 }],
};
const sending = { saved: now - day, questionnaire: questionnaire.id, input };
const outbox = { receipt: "secret", envelopes: [], facts: {} };
const sent = { receipt: "secret", at: "2026-12-01T00:00:00Z", deliveries: [] };
const old = now - 15 * day;

describe("the form opens", () => {
  it.each([
    ["nothing", undefined, "start", "start", undefined, false, false],
    ["nothing", undefined, "time", "time", undefined, false, false],
    ["a draft", { draft }, "start", "start", undefined, true, false],
    ["a draft", { draft }, "home", "home", "draft", false, true],
    ["a draft", { draft }, "send", "review", "draft", false, true],
    ["a draft", { draft }, "receipt", "review", "draft", false, true],
    ["an application to seal", { sending }, "start", "send", "sending", false, false],
    ["an application to seal, and a draft", { sending, draft }, "home", "send", "sending", false, true],
    ["an application to send", { sending, outbox }, "start", "send", "sending", false, false],
    ["only a sealed application", { outbox }, "start", "send", "sending", false, false],
    [
      "one from long ago",
      { sending: { ...sending, saved: old }, outbox },
      "send",
      "start",
      undefined,
      true,
      false,
    ],
    [
      "one for other questions",
      { sending: { ...sending, questionnaire: "x" } },
      "send",
      "review",
      "draft",
      false,
      false,
    ],
    ["a receipt", { sent }, "start", "receipt", "receipt", false, false],
    ["a receipt, and more", { sent, outbox, sending, draft }, "home", "receipt", "receipt", false, false],
  ] as [string, Partial<Kept> | undefined, Place, Place, string | undefined, boolean, boolean][])(
    "with %s on the device (%j), asked for %s, at %s",
    (_what, kept, asked, place, returned, offered, stays) => {
      const all = kept === undefined ? undefined : { ...nothing, ...kept };
      const first = initialForm(all, asked, false, now, () => () => true);
      expect({
        place: first.state.place,
        returned: first.returned,
        offered: first.offered !== undefined,
        draft: first.state.draft,
      }).toEqual({ place, returned, offered, draft: stays });
    },
  );

  it("with the notices that were read, so that they need not be read again, and only as far as answers reach", () => {
    const first = initialForm({ ...nothing, draft }, "review", false, now, (state) => (step) => {
      expect(state.noticesRead).toEqual({ a: "1" });
      return step !== "home";
    });
    expect(first.state.place).toBe("home");
    expect(first.state.answers).toMatchObject(answers);
  });
});
