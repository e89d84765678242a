import type { CommonOptions } from "./io.ts";

/** The options every command has, for what is said before they are read or in their place: help, errors. */
export function earlyOptions(args: readonly string[]): CommonOptions {
  const swedish = args.some((arg, at) => arg === "--lang=sv" || (arg === "--lang" && args[at + 1] === "sv"));
  return { debug: args.includes("--debug"), lang: swedish ? "sv" : "en" };
}
