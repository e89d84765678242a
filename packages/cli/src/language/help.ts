/** What `--help` shows beside what commander shows by itself, in both languages. */
import { type Argument, type Command, Help, type HelpConfiguration, type Option } from "commander";
import { exitCodes as swedishExitCodes, phrases } from "./help-sv.ts";
import type { CommonOptions } from "../console/io.ts";

const exitCodes = `
Exit codes:
  0  done
  1  findings: what was checked does not hold
  2  wrong use, or input that cannot be read
  3  some records were rejected or could not be determined
  4  refused for safety: would overwrite, or was tampered with`;

/** The exit codes, below the help of `tillit` itself. */
export function exitCodesIn(lang: CommonOptions["lang"]): string {
  return lang === "sv" ? swedishExitCodes : exitCodes;
}

/** Every help lists the options of `tillit` itself, and says which options a command cannot do without. */
export function helpIn(lang: CommonOptions["lang"]): HelpConfiguration {
  if (lang === "en") {
    return {
      showGlobalOptions: true,
      optionDescription(option: Option): string {
        return optionText(this, option) + (isNeeded(option) ? " (required)" : "");
      },
    };
  }
  const inSwedish = (phrase: string): string => phrases[phrase] ?? phrase;
  const usage = (text: string): string =>
    text.replace("[options]", "[alternativ]").replace("[command]", "[kommando]");
  /** The description, and after it the values, which commander lists in English. */
  const described = ({ description }: Argument | Option, text: string): string =>
    inSwedish(description) +
    text.slice(description.length).replace("choices: ", "val: ").replace("default: ", "annars: ");
  return {
    showGlobalOptions: true,
    styleTitle: inSwedish,
    commandUsage(command: Command): string {
      return usage(Help.prototype.commandUsage.call(this, command));
    },
    subcommandTerm(command: Command): string {
      return usage(Help.prototype.subcommandTerm.call(this, command));
    },
    commandDescription: (command: Command) => inSwedish(command.description()),
    subcommandDescription: (command: Command) => inSwedish(command.description()),
    argumentDescription(argument: Argument): string {
      return described(argument, Help.prototype.argumentDescription.call(this, argument));
    },
    optionDescription(option: Option): string {
      const text = described(option, optionText(this, option));
      return text + (isNeeded(option) ? " (måste anges)" : "");
    },
  };
}

/** What commander says of an option; that nothing is the usual list needs no word. */
function optionText(help: Partial<Help>, option: Option): string {
  return Help.prototype.optionDescription.call(help as Help, option).replace(" (default: [])", "");
}

function isNeeded({ defaultValue, mandatory }: Option): boolean {
  return mandatory && defaultValue === undefined;
}
