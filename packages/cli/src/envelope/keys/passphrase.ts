import { createInterface, type Interface } from "node:readline";
import { Writable } from "node:stream";
import { readText } from "../../files/input.ts";
import type { Io } from "../../console/io.ts";
import { CommandError } from "../../console/outcome.ts";

/**
 * Passphrases are never arguments: shells remember those and other users see them.
 *
 * @param questions - what to ask on a terminal; the answers must be the same
 */
export async function passphraseFrom(
  file: string | undefined,
  io: Io,
  questions: readonly string[],
): Promise<string> {
  if (file !== undefined) {
    const [line = ""] = (await readText(io, file, 4096)).split(/\r?\n/);
    return line;
  }
  if (io.stderr.isTTY !== true || !("isTTY" in io.stdin)) {
    throw new CommandError("PASSPHRASE_MISSING", "give the passphrase with --passphrase-file");
  }
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const prompt = createInterface({ input: io.stdin, output: silent, terminal: true });
  const answers = new Set<string>();
  try {
    for (const question of questions) {
      io.stderr.write(question);
      answers.add(await answerOf(prompt));
      io.stderr.write("\n");
    }
  } finally {
    prompt.close();
  }
  const [answer = "", other] = answers;
  if (other !== undefined)
    throw new CommandError("PASSPHRASE_DIFFERS", "the two passphrases are not the same");
  return answer;
}

function answerOf(prompt: Interface): Promise<string> {
  return new Promise((resolve, reject) => {
    const missing = (): void => {
      reject(new CommandError("PASSPHRASE_MISSING", "no passphrase was typed"));
    };
    // The terminal is raw now: Ctrl-C comes as a key, and has to be made a signal again, which ends the process.
    const interrupt = (): void => {
      prompt.off("close", missing).close();
      process.kill(process.pid, "SIGINT");
      setTimeout(missing, 1000);
    };
    prompt.once("close", missing).once("SIGINT", interrupt);
    prompt.question("", (answer) => {
      prompt.off("close", missing).off("SIGINT", interrupt);
      resolve(answer);
    });
  });
}
