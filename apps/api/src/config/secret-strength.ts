import { z } from "zod";

const length = 32;
/** 32 random hexadecimal digits have fewer than one time in ten million. */
const leastKinds = 8;

/** What keys are made from: long, and nothing that a hand has filled out by repeating it. */
export const secret = z
  .string()
  .min(length)
  .refine(
    (text) => new Set(text).size >= leastKinds && !repeats(text),
    "is too easy to guess: make it by random",
  );

/** One piece over and over, the last time perhaps not to its end. */
function repeats(text: string): boolean {
  const most = Math.floor(text.length / 2);
  for (let piece = 1; piece <= most; piece += 1) {
    if (text.startsWith(text.slice(piece))) return true;
  }
  return false;
}
