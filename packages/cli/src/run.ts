import { Command, CommanderError, Option } from "commander";
import { register as audit } from "./audit/register.ts";
import { register as calendar } from "./calendar/register.ts";
import { register as dsar } from "./dsar/register.ts";
import { earlyOptions } from "./console/global-options.ts";
import { register as envelope } from "./envelope/register.ts";
import { register as identity } from "./identity/register.ts";
import { exitCodesIn, helpIn } from "./language/help.ts";
import type { CommonOptions, Io } from "./console/io.ts";
import { register as keys } from "./keys/register.ts";
import { exit, reportError } from "./console/outcome.ts";
import { register as policy } from "./policy/register.ts";
import { register as retention } from "./retention/register.ts";
import { version } from "./version.ts";

const groups = [retention, dsar, calendar, identity, envelope, policy, audit, keys];

/** The program with all its commands, its help in one language. */
export function programOf(io: Io, lang: CommonOptions["lang"]): Command {
  const program = new Command("tillit")
    .description(
      "Retention, requests, calendar, identity numbers, envelopes, policies and logs of Swedish social care.",
    )
    .version(version, "-V, --version", "print the version")
    .addOption(new Option("--lang <lang>", "language of sentences").choices(["sv", "en"]).default("en"))
    .option("--debug", "show the stack of an error")
    .configureHelp(helpIn(lang))
    .addHelpText("after", exitCodesIn(lang))
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      // Its messages repeat what was typed; outcome.ts writes our own line.
      outputError: () => {},
    })
    .exitOverride()
    .showSuggestionAfterError(false);
  for (const register of groups) register(program, io);
  return program;
}

/**
 * Runs one command line.
 *
 * @param args - without the names of node and the program
 */
export async function run(args: readonly string[], io: Io): Promise<void> {
  const options = earlyOptions(args);
  try {
    await programOf(io, options.lang).parseAsync(args, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return;
    // A group without a command has printed its help already.
    if (error instanceof CommanderError && error.code === "commander.help") {
      io.end(exit.wrongUse);
      return;
    }
    reportError(error, io, options);
  }
}
