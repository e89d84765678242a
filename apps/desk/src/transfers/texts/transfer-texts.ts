/** Words about hand-overs, in both languages. */
import type { Language } from "@tillit/law-reference";
import { en } from "./en.ts";
import { sv } from "./sv.ts";

export type TransferTexts = typeof sv;
export const transferTexts: Readonly<Record<Language, TransferTexts>> = { sv, en };
