import { fileCases } from "./files.ts";
import { keyDocumentCases } from "./key-documents.ts";
import { keyFileCases } from "./key-files.ts";
import { proofCases, receiptCases } from "./receipts.ts";
import { shareCases } from "./shares.ts";
import { statementCases } from "./statements.ts";

/** What stands beside envelopes, by the name of its file in spec/vectors/objects/. */
export async function objectCases(): Promise<Record<string, readonly { name: string; result: string }[]>> {
  return {
    receipt: await receiptCases(),
    proof: await proofCases(),
    statement: await statementCases(),
    "key-document": await keyDocumentCases(),
    "key-file": await keyFileCases(),
    shares: await shareCases(),
    file: await fileCases(),
  };
}

/** Every file of spec/vectors/objects/: name to text. */
export async function objectFiles(): Promise<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(await objectCases()).map(([kind, cases]) => [
      `${kind}.json`,
      `${JSON.stringify({ format: "CE1", kind, cases }, undefined, 1)}\n`,
    ]),
  );
}
