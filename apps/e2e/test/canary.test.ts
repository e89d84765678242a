import { expect, test } from "vitest";
import { dresses, sweep } from "./canary.ts";

const canary = "Åsa Ödåker-Kanarie 19850714-2384";

test.each([...dresses(canary)])("a canary in %s is found in the middle of other bytes", (dress, bytes) => {
  const place = Buffer.concat([Buffer.from("before"), bytes, Buffer.from("after")]);
  expect(sweep(new Map([["here", place]]), [canary]).map((hit) => hit.dress)).toContain(dress);
});

test.each([0, 1, 2, 3, 4, 5])("a canary at offset %i of a base64 stream is found", (offset) => {
  const stream = Buffer.from(`${"x".repeat(offset)}${canary}yyyy`).toString("base64");
  expect(sweep(new Map([["stream", Buffer.from(stream)]]), [canary])).not.toHaveLength(0);
});

test("bytes without the canary give no hit", () => {
  expect(sweep(new Map([["clean", Buffer.from("Åsa Ödåker 19850714")]]), [canary])).toHaveLength(0);
});
