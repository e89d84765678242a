import { type Command, Option } from "commander";
import type { CommonOptions, Io } from "../console/io.ts";
import type { KeygenOptions } from "./keys/keygen.ts";
import type { AddRecipientOptions, RemoveRecipientOptions, RotateOptions } from "./keys/recipients.ts";
import type { OpenOptions } from "./open.ts";
import type { SealOptions } from "./seal.ts";
import type { ShredOptions } from "./shred.ts";
import type { VerifyOptions } from "./verify.ts";

const envelopeArgument = "folder with manifest.json, keyring.json and blobs/";

export function register(program: Command, io: Io): void {
  const envelope = program
    .command("envelope")
    .description("sealed envelopes: keys, sealing, checking, opening");

  envelope
    .command("keygen")
    .description("make a controller's keys: a locked private key, a signing root and a signed key document")
    .argument("<folder>", "where key.json, root.json and document.json go")
    .requiredOption("--controller <id>", "whose keys they are")
    .addOption(new Option("--kem <kem>", "kind of key").choices(["xwing", "x25519"]).default("xwing"))
    .option("--years <years>", "how long the key may be sealed to", "2")
    .option(
      "--passphrase-file <file>",
      "file whose first line locks the private key; on a terminal it is asked for",
    )
    .option("--force", "overwrite")
    .action(async (folder: string, _options: unknown, command: Command) => {
      const { keygen } = await import("./keys/keygen.ts");
      await keygen(folder, command.optsWithGlobals<KeygenOptions>(), io);
    });

  envelope
    .command("seal")
    .description("seal files to a controller; each becomes a section with its own key")
    .argument("<folder>", "where the envelope goes")
    .argument("<section=file...>", "sections: contact=contact.json file-1=scan.pdf")
    .requiredOption("--document <file>", "the controller's signed key document")
    .requiredOption("--root <key>", "the controller's root key, got by another way than the document")
    .requiredOption("--controller <id>", "controller to seal to: the document must be of that one")
    .requiredOption("--receipt <file>", "where the applicant's receipt goes; it opens the envelope")
    .requiredOption("--purpose <purpose>", "what it is for")
    .requiredOption("--schema <schema>", "form and version of the content")
    .option("--app <uuid>", "application; a new one when left out")
    .option("--class <class>", "class of the sections, visible to the operator", "ordinary")
    .option("--force", "overwrite")
    .action(async (folder: string, sections: string[], _options: unknown, command: Command) => {
      const { seal } = await import("./seal.ts");
      await seal(folder, sections, command.optsWithGlobals<SealOptions>(), io);
    });

  envelope
    .command("inspect")
    .description("print what an envelope says about itself, without any key and without checking it")
    .argument("<envelope>", `${envelopeArgument}, or a manifest file, or -`)
    .action(async (folder: string, _options: unknown, command: Command) => {
      const { inspect } = await import("./inspect.ts");
      await inspect(folder, command.optsWithGlobals<CommonOptions>(), io);
    });

  envelope
    .command("verify")
    .description("check signature, context, keyring and every blob, without any key")
    .argument("<envelope>", envelopeArgument)
    .requiredOption("--purpose <purpose>", "what it must be for")
    .requiredOption("--schema <schema>", "form and version it must have")
    .option("--app <uuid>", "application it must belong to")
    .option("--controller <id>", "controller it must be for")
    .action(async (folder: string, _options: unknown, command: Command) => {
      const { verify } = await import("./verify.ts");
      await verify(folder, command.optsWithGlobals<VerifyOptions>(), io);
    });

  envelope
    .command("open")
    .description("open an envelope with a private key or a receipt")
    .argument("<envelope>", envelopeArgument)
    .requiredOption("--purpose <purpose>", "what it must be for")
    .requiredOption("--schema <schema>", "form and version it must have")
    .option("--app <uuid>", "application it must belong to")
    .option("--controller <id>", "controller it must be for")
    .option("--key <file>", "locked private key")
    .option("--passphrase-file <file>", "file whose first line unlocks it; on a terminal it is asked for")
    .option("--receipt <file>", "the applicant's receipt, instead of a key")
    .option("--section <id>", "only this one, to standard output")
    .option("--out <folder>", "where the sections go, each under its own name")
    .option("--force", "overwrite")
    .action(async (folder: string, _options: unknown, command: Command) => {
      const { open } = await import("./open.ts");
      await open(folder, command.optsWithGlobals<OpenOptions>(), io);
    });

  envelope
    .command("add-recipient")
    .description("let one more controller open an envelope; content is not touched")
    .argument("<envelope>", envelopeArgument)
    .requiredOption("--document <file>", "the new controller's signed key document")
    .requiredOption("--root <key>", "the new controller's root key, got by another way than the document")
    .requiredOption("--document-controller <id>", "controller that the document must be of")
    .requiredOption("--purpose <purpose>", "what the envelope must be for")
    .requiredOption("--schema <schema>", "form and version it must have")
    .option("--app <uuid>", "application it must belong to")
    .option("--controller <id>", "controller it must be for")
    .option("--group <id>", "group to join", "g1")
    .option("--allow-mixed", "even with another kind of key than the group's; the weakest decides")
    .option("--key <file>", "locked private key of somebody in the group")
    .option("--passphrase-file <file>", "file whose first line unlocks it; on a terminal it is asked for")
    .option("--receipt <file>", "the applicant's receipt, instead of a key")
    .action(async (folder: string, _options: unknown, command: Command) => {
      const { addRecipient } = await import("./keys/recipients.ts");
      await addRecipient(folder, command.optsWithGlobals<AddRecipientOptions>(), io);
    });

  envelope
    .command("remove-recipient")
    .description("take a key's access away; shows what would happen until --yes is given")
    .argument("<envelope>", envelopeArgument)
    .argument("<kid>", "key id, as inspect and keygen print it")
    .option("--yes", "do it")
    .action(async (folder: string, kid: string, _options: unknown, command: Command) => {
      const { removeRecipient } = await import("./keys/recipients.ts");
      await removeRecipient(folder, kid, command.optsWithGlobals<RemoveRecipientOptions>(), io);
    });

  envelope
    .command("rotate")
    .description("put a controller's new keys in place of its old one; shows it until --yes is given")
    .argument("<envelope>", envelopeArgument)
    .requiredOption("--document <file>", "the controller's newest signed key document")
    .requiredOption("--root <key>", "the controller's root key, got by another way than the document")
    .requiredOption("--document-controller <id>", "controller that the document must be of")
    .requiredOption("--purpose <purpose>", "what the envelope must be for")
    .requiredOption("--schema <schema>", "form and version it must have")
    .option("--app <uuid>", "application it must belong to")
    .option("--controller <id>", "controller it must be for")
    .option("--allow-mixed", "even with another kind of key than the group's; the weakest decides")
    .requiredOption("--key <file>", "locked private key that goes")
    .option("--passphrase-file <file>", "file whose first line unlocks it; on a terminal it is asked for")
    .option("--yes", "do it")
    .action(async (folder: string, _options: unknown, command: Command) => {
      const { rotate } = await import("./keys/recipients.ts");
      await rotate(folder, command.optsWithGlobals<RotateOptions>(), io);
    });

  envelope
    .command("shred")
    .description("destroy a section for good; shows what would happen until --yes is given")
    .argument("<envelope>", envelopeArgument)
    .argument("<section>", "section id")
    .requiredOption("--rule <rule>", "by which rule, kept in place of the key")
    .option("--yes", "do it")
    .action(async (folder: string, section: string, _options: unknown, command: Command) => {
      const { shred } = await import("./shred.ts");
      await shred(folder, section, command.optsWithGlobals<ShredOptions>(), io);
    });
}
