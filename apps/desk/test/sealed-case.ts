/** A real application, sealed as the form seals it, for the fake API to hand out. */
import { questionnaire, toDocuments, type Answers } from "@tillit/application-case";
import {
  generateKey,
  memorySink,
  Receipt,
  seal,
  toBase64Url,
  verifyKeyDocument,
  type Dsse,
  type Keyring,
} from "@tillit/crypto-envelope";
import { generateRoot, keyEntry, signKeyDocument } from "@tillit/crypto-envelope/directory";
import { lockKey, type KeyFile } from "@tillit/crypto-envelope/keyfile";

export interface TestController {
  readonly id: string;
  readonly document: Dsse;
  readonly root: Uint8Array;
  readonly keyFile: KeyFile;
  readonly publicKid: string;
}

export const passphrase = "björk räv nyckel";

export async function testController(id: string): Promise<TestController> {
  const root = generateRoot();
  const { seed, publicKey } = await generateKey("x25519");
  const document = signKeyDocument(
    {
      controller: id,
      expires: "2099-01-01T00:00:00Z",
      keys: [keyEntry(publicKey, "2020-01-01T00:00:00Z", "2099-01-01T00:00:00Z")],
      seq: 1,
      v: 1,
    },
    [root.seed],
  );
  const keyFile = await lockKey(seed, publicKey, [{ passphrase, logN: 14 }]);
  return { id, document, root: root.publicKey, keyFile, publicKid: publicKey.kid };
}

export const pdf: Uint8Array = new Uint8Array(200_000).map((_, index) => (index * 31 + 7) % 251);
pdf.set(new TextEncoder().encode("%PDF-1.7\n"));

/** What must never be seen outside the page's own text. */
export const canaries = [
  "Kanariefågel Kvittersson",
  "070-174 06 05",
  "Jag vill ge ett barn lugn och ro",
  "läkarintyg-kanarie",
];

export const answers: Answers = {
  assignment: ["family-home"],
  protected: "no",
  "specific-child": "no",
  "whose-behalf": "alone",
  "age-band": "40-54",
  "household-form": "couple",
  "own-room": "now",
  "own-health": "mostly",
  motive: ["help-child"],
  "motive-text": canaries[2] ?? "",
  name: canaries[0] ?? "",
  phone: canaries[1] ?? "",
  files: [
    { section: "file-1", name: `${canaries[3]}.pdf`, type: "application/pdf", size: pdf.length },
    { section: "file-2", name: "bild.png", type: "image/png", size: 20 },
  ],
} as Answers;

export interface SealedCase {
  readonly receipt: Receipt;
  readonly app: string;
  readonly manifest: Dsse;
  readonly keyring: Keyring;
  readonly blobs: ReadonlyMap<string, Uint8Array>;
}

export async function sealedCase(app: string, to: TestController): Promise<SealedCase> {
  const receipt = Receipt.create(app);
  const { sink, blobs } = memorySink();
  const documents = Object.entries(toDocuments(answers));
  const { manifest, keyring } = await seal({
    context: {
      app,
      controllers: [to.id],
      purpose: "foster-care-application",
      schema: questionnaire.id,
      created: "2026-11-21T10:00:00Z",
    },
    receipt,
    to: {
      g1: [
        verifyKeyDocument(to.document, {
          roots: [to.root],
          controller: to.id,
          now: new Date().toISOString(),
        }),
      ],
    },
    sections: [
      ...documents.map(([id, document]) => ({
        id,
        class: "ordinary",
        data: new TextEncoder().encode(JSON.stringify(document)),
        pad: "4k" as const,
      })),
      { id: "file-1", class: "attachment", data: pdf },
      { id: "file-2", class: "attachment", data: new TextEncoder().encode("<svg onload=alert(1)>") },
    ],
    sink,
  });
  return { receipt, app, manifest, keyring, blobs };
}

export function pinsOf(
  controllers: readonly TestController[],
): Record<string, { roots: string[]; threshold: number }> {
  return Object.fromEntries(
    controllers.map(({ id, root }) => [id, { roots: [toBase64Url(root)], threshold: 1 }]),
  );
}
