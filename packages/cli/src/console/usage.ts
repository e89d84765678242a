/** What was wrong with a command line, naming our own option or argument and never what was typed. */
import type { Language } from "@tillit/law-reference";
import type { CommanderError } from "commander";

type Sentence = {
  readonly en: string;
  readonly sv: string;
  /** Where commander names what it means; what was typed comes after it, or not at all. */
  readonly named?: RegExp;
};

const option = /^error: (?:required )?option '([^']*)'/;
const argument = /^error: missing required argument '([^']*)'/;

const sentences: Readonly<Record<string, Sentence>> = {
  "commander.unknownOption": { en: "there is no such option", sv: "det alternativet finns inte" },
  "commander.unknownCommand": { en: "there is no such command", sv: "det kommandot finns inte" },
  "commander.missingArgument": { en: "an argument is missing", sv: "ett argument saknas", named: argument },
  "commander.missingMandatoryOptionValue": {
    en: "a required option is missing",
    sv: "ett alternativ som krävs saknas",
    named: option,
  },
  "commander.optionMissingArgument": {
    en: "an option needs a value",
    sv: "ett alternativ behöver ett värde",
    named: option,
  },
  "commander.excessArguments": {
    en: "there are more arguments than the command takes",
    sv: "det är fler argument än kommandot tar",
  },
  "commander.invalidArgument": {
    en: "an argument or option has a value it cannot have",
    sv: "ett argument eller alternativ har ett värde som det inte kan ha",
    named: option,
  },
  "commander.conflictingOption": {
    en: "two options contradict each other",
    sv: "två alternativ motsäger varandra",
  },
};
const other: Sentence = { en: "the command was not understood", sv: "kommandot gick inte att förstå" };

/** One sentence in one language, with the option or argument it is about where commander knows it. */
export function usageSentence({ code, message }: CommanderError, lang: Language): string {
  const sentence = sentences[code] ?? other;
  const name = sentence.named?.exec(message)?.[1];
  return `${sentence[lang]}${name === undefined ? "" : `: ${name}`}; ${lang === "sv" ? "se" : "see"} --help`;
}
