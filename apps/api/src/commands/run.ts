/** The API's own commands; without one it serves. */
import { connectWhole, fileJournal, openStore, readWholeJournal, StoreError } from "@tillit/record-store";
import { takeUpJournal } from "../erasure/reconcile-erasures.ts";
import { addController } from "./add-controller.ts";
import { backup, restore } from "./backup.ts";
import { confirmKeys } from "./confirm-keys.ts";
import { rebuildLists } from "./rebuild.ts";
import { rotateCommand } from "./rotate-command.ts";

export const usage = `tillit-api [serve]                        serve HTTP
tillit-api migrate                        bring the database to this version
tillit-api add-controller FILE            register a controller with its key document
tillit-api backup FILE                    write a backup while the API runs
tillit-api restore FILE JOURNAL...        restore into an empty database, then erase again what the journals name
                                          (--without-journal instead, where nothing has ever been erased)
tillit-api rebuild                        fold all lists from the log again, without what ERASURE_JOURNAL names
tillit-api confirm-keys                   take PSEUDONYM_SECRET and APPLICANT_SECRET for those that persons have been
                                          named with, in a database from before this was checked
tillit-api rotate                         say what can be or should be changed: keys of logs, key documents, secrets
tillit-api rotate log-keys [--yes]        hand every log over to the key of the newest LOG_SECRET
tillit-api rotate key-document FILE [--yes]  check the next key document, and publish it
                                          (rotate speaks Swedish with --lang sv)
`;

type Environment = Readonly<Record<string, string | undefined>>;

/** What was done, in a line; undefined for a command there is not, or a missing file name. */
export async function runCommand(
  databaseUrl: string,
  args: readonly string[],
  env: Environment = {},
): Promise<string | undefined> {
  const [command, file, ...journals] = args;
  if (command === "rotate") return rotateCommand(databaseUrl, args.slice(1), env);
  if (command === "migrate") {
    const { connections, steps } = await connectWhole(databaseUrl, 1);
    await connections.close();
    return steps.length === 0 ? "up to date" : steps.join("\n");
  }
  if (command === "rebuild") {
    const store = await openStore(databaseUrl, 1);
    const events = await rebuildLists(store);
    // A log that was restored is older than some erasures: what these ended must not come back to the lists.
    const journal = env["ERASURE_JOURNAL"];
    if (journal !== undefined) {
      await takeUpJournal({ store, erasures: fileJournal(journal) }, readWholeJournal(journal));
    }
    await store.close();
    return `${events} events`;
  }
  if (command === "confirm-keys") {
    const store = await openStore(databaseUrl, 1);
    return confirmKeys(store, env).finally(() => store.close());
  }
  if (file === undefined) return undefined;
  if (command === "backup") return backup(databaseUrl, file);
  if (command === "restore") return restore(databaseUrl, file, named(journals));
  if (command !== "add-controller") return undefined;
  const store = await openStore(databaseUrl, 1);
  const done = await addController(store, file);
  await store.close();
  return done;
}

/** Forgetting the journal would bring back what was destroyed, so that has to be said. */
function named(journals: readonly string[]): readonly string[] {
  if (journals.length === 1 && journals[0] === "--without-journal") return [];
  if (journals.length > 0) return journals;
  throw new StoreError("STORE_JOURNAL_MISSING", "Name the erasure journals, or say --without-journal.");
}
