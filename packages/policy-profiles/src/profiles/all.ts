import type { PolicyProfile } from "../policy-profile.ts";
import { familjehemSverige } from "./familjehem-sverige.ts";
import { ifoNamnd } from "./ifo-namnd.ts";
import { kasamFamiljehemsvard } from "./kasam-familjehemsvard.ts";
import { skinnskattebergIfo } from "./skinnskatteberg-ifo.ts";
import { socialtSkyddsnat } from "./socialt-skyddsnat.ts";

/** The five organisations, in the order of their documents. */
export const profiles: readonly PolicyProfile[] = [
  familjehemSverige,
  socialtSkyddsnat,
  skinnskattebergIfo,
  ifoNamnd,
  kasamFamiljehemsvard,
];
