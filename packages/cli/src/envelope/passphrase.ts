import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { readText } from "../input.ts";
import type { Io } from "../io.ts";
import { CommandError } from "../outcome.ts";

/** Passphrases are never arguments: shells remember those and other users see them. */
export async function passphraseFrom(file: string | undefined, io: Io): Promise<string> {
  if (file !== undefined) {
    const [line = ""] = (await readText(io, file, 4096)).split(/\r?\n/);
    return line;
  }
  if (io.stderr.isTTY !== true || !("isTTY" in io.stdin)) {
    throw new CommandError("PASSPHRASE_MISSING", "give the passphrase with --passphrase-file");
  }
  io.stderr.write("Passphrase: ");
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const prompt = createInterface({ input: io.stdin, output: silent, terminal: true });
  try {
    return await new Promise((resolve, reject) => {
      // The terminal is raw now: Ctrl-C comes as a key, and has to be made a signal again.
      prompt.once("SIGINT", () => {
        prompt.close();
        process.kill(process.pid, "SIGINT");
      });
      prompt.once("close", () => {
        reject(new CommandError("PASSPHRASE_MISSING", "no passphrase was typed"));
      });
      prompt.question("", resolve);
    });
  } finally {
    prompt.close();
    io.stderr.write("\n");
  }
}
