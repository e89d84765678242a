/** Runs in Chromium: what the tests call from outside hangs on `globalThis.page`. */
import { systemEntropy } from "../../src/entropy.ts";
import {
  type Decapsulator,
  type Keyring,
  Receipt,
  type VerifiedKeys,
  decapsulatorFromCryptoKey,
  decapsulatorFromSeed,
  generateKey,
  memorySink,
  open,
  publicKeyOf,
  seal,
  toBase64Url,
  verify,
  verifyKeyDocument,
} from "../../src/index.ts";
import { generateRoot, keyEntry, signKeyDocument } from "../../src/directory.ts";
import { type KemId, type PublicKey } from "../../src/kem/public-key.ts";
import { xwingEncapsulate } from "../../src/kem/xwing.ts";
import { nobleBackend } from "../../src/payload/backend/noble.ts";
import { sealStream } from "../../src/payload/stream.ts";
import { webCryptoBackend } from "../../src/payload/backend/webcrypto.ts";

const now = "2026-11-21T18:00:00Z";
const app = "7f2c1b7e-0f4c-4b0e-9d57-3f0c2a9b1e55";
const purpose = "foster-care-application";
const schema = "fam-intresse/1";
const context = { app, controllers: ["familjehem-sverige"], purpose, schema, created: now };
const expected = { app, purpose, schemas: [schema] };
const mebibyte = 1024 * 1024;

function keysOf(publicKey: PublicKey): VerifiedKeys {
  const root = generateRoot();
  const keys = [keyEntry(publicKey, now, "2028-01-01T00:00:00Z")];
  const document = {
    controller: "familjehem-sverige",
    expires: "2027-01-01T00:00:00Z",
    keys,
    seq: 1,
    v: 1,
  } as const;
  return verifyKeyDocument(signKeyDocument(document, [root.seed]), {
    roots: [root.publicKey],
    controller: "familjehem-sverige",
    now,
  });
}

interface RawPublic {
  exportKey(format: "raw" | "raw-public", key: CryptoKey): Promise<ArrayBuffer>;
}

/** A key pair that the browser made and will not give out; X25519 goes through IndexedDB and back. */
async function lockedKey(
  kem: KemId,
): Promise<{ holder: Decapsulator; publicKey: PublicKey; exported: string }> {
  const [name, usages, format] =
    kem === "x25519"
      ? (["X25519", ["deriveBits"], "raw"] as const)
      : (["MLKEM768-X25519", ["encapsulateBits", "decapsulateBits"], "jwk"] as const);
  const pair = (await crypto.subtle.generateKey(
    { name },
    false,
    usages as unknown as KeyUsage[],
  )) as CryptoKeyPair;
  const raw =
    format === "raw"
      ? await (crypto.subtle as RawPublic).exportKey("raw", pair.publicKey)
      : await fromJwk(pair);
  const publicKey = publicKeyOf(kem, new Uint8Array(raw));
  // Chromium 156 takes an X-Wing key into IndexedDB and gives null back: such a key lives as long as its page.
  const key = kem === "x25519" ? await throughDatabase(pair.privateKey) : pair.privateKey;
  const exported = await crypto.subtle.exportKey("jwk", key).then(
    () => "exported",
    (cause: unknown) => (cause as Error).name,
  );
  return { holder: decapsulatorFromCryptoKey(key, publicKey), publicKey, exported };
}

async function fromJwk(pair: CryptoKeyPair): Promise<ArrayBuffer> {
  const { pub = "" } = (await crypto.subtle.exportKey("jwk", pair.publicKey)) as { pub?: string };
  return Uint8Array.from(atob(pub.replaceAll("-", "+").replaceAll("_", "/")), (letter) =>
    letter.charCodeAt(0),
  ).buffer;
}

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((fulfil, refuse) => {
    request.onsuccess = () => {
      fulfil(request.result);
    };
    request.onerror = () => {
      refuse(request.error ?? new Error("no database"));
    };
  });
}

async function throughDatabase(key: CryptoKey): Promise<CryptoKey> {
  const opening = indexedDB.open("keys", 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore("keys");
  };
  const database = await asked(opening);
  await asked(database.transaction("keys", "readwrite").objectStore("keys").put(key, "mine"));
  return asked(database.transaction("keys").objectStore("keys").get("mine") as IDBRequest<CryptoKey>);
}

/** Seals to a key that cannot be exported, and opens with it. */
async function withLockedKey(
  kem: KemId,
): Promise<{ exported: string; text: string; own: string; kinds: string[] }> {
  const { exported, holder, publicKey } = await lockedKey(kem);
  const receipt = Receipt.create(app);
  const { blobs, sink } = memorySink();
  const data = new TextEncoder().encode("Hej från webbläsaren");
  const sections = [{ id: "contact", class: "ordinary", data, pad: "4k" as const }];
  const { keyring, manifest } = await seal({
    context,
    receipt,
    to: { g1: [keysOf(publicKey)] },
    sections,
    sink,
  });
  const verified = verify(manifest, expected);
  const read = async (key: Decapsulator): Promise<string> => {
    const opened = await open(verified, keyring, key);
    return new TextDecoder().decode(await opened.read("contact", blobs.get("contact") ?? new Uint8Array()));
  };
  return {
    exported,
    text: await read(holder),
    own: await read(await receipt.decapsulator()),
    kinds: (keyring as Keyring).stanzas.map(({ kem: kind }) => kind),
  };
}

/** Native and JavaScript, the same bytes: X-Wing both ways, and AES-GCM in chunks. */
async function backendsAgree(): Promise<boolean[]> {
  const { publicKey, seed } = await generateKey("xwing");
  const native = await xwingEncapsulate(publicKey.bytes, systemEntropy);
  const script = await xwingEncapsulate(publicKey.bytes, {
    seeded: true,
    bytes: (length) => systemEntropy.bytes(length),
  });
  const { decap } = await decapsulatorFromSeed("xwing", seed);
  const { ml_kem768_x25519 } = await import("@noble/post-quantum/hybrid.js");
  const same = (one: Uint8Array, two: Uint8Array): boolean => toBase64Url(one) === toBase64Url(two);
  const content = crypto.getRandomValues(new Uint8Array(40_000));
  const sealed = await Promise.all(
    [webCryptoBackend, nobleBackend].map(async (backend) => {
      const pieces: string[] = [];
      async function* once(): AsyncGenerator<Uint8Array> {
        yield await Promise.resolve(content);
      }
      for await (const piece of sealStream(backend, seed, seed, seed.slice(0, 24), once()))
        pieces.push(toBase64Url(piece));
      return pieces.join();
    }),
  );
  return [
    same(await decap(script.enc), script.secret),
    same(ml_kem768_x25519.decapsulate(native.enc, seed), native.secret),
    same(await decap(native.enc), native.secret),
    sealed[0] === sealed[1],
  ];
}

interface MemoryMeasuring {
  measureUserAgentSpecificMemory(): Promise<{ bytes: number }>;
}

async function memoryNow(): Promise<number> {
  return (await (performance as unknown as MemoryMeasuring).measureUserAgentSpecificMemory()).bytes;
}

/** Seals so many MiB from a stream to a file on disk, opens it from there, and watches the browser's own memory figures. */
async function largeAttachment(
  count: number,
): Promise<{ size: number; sum: boolean; before: number; peak: number; seconds: number }> {
  const { publicKey, seed } = await generateKey("x25519");
  const folder = await navigator.storage.getDirectory();
  const file = await folder.getFileHandle("sealed", { create: true });
  const writable = await file.createWritable();
  const before = await memoryNow();
  let peak = before;
  const started = performance.now();
  const watch = async (done: number): Promise<void> => {
    if (done % 32 === 0) peak = Math.max(peak, await memoryNow());
  };
  let made = 0;
  const piece = crypto.getRandomValues(new Uint8Array(65_536));
  const data = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        if (made === count) {
          controller.close();
          return;
        }
        const bytes = new Uint8Array(mebibyte);
        for (let at = 0; at < mebibyte; at += piece.length) bytes.set(piece, at);
        bytes[0] = made % 256;
        made += 1;
        await watch(made);
        controller.enqueue(bytes);
      },
    },
    { highWaterMark: 0 },
  );
  const sections = [
    { id: "file-1", class: "attachment", data, size: count * mebibyte, pad: "padme" as const },
  ];
  const options = { context, receipt: Receipt.create(app), to: { g1: [keysOf(publicKey)] }, sections };
  const { keyring, manifest } = await seal({ ...options, sink: () => writable });
  const opened = await open(verify(manifest, expected), keyring, await decapsulatorFromSeed("x25519", seed));
  const { done, readable } = opened.stream("file-1", await file.getFile());
  const reader = readable.getReader();
  let size = 0;
  let sum = true;
  let seen = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    for (let at = (mebibyte - (size % mebibyte)) % mebibyte; at < next.value.length; at += mebibyte) {
      sum &&= next.value[at] === seen % 256;
      seen += 1;
    }
    size += next.value.length;
    await watch(Math.floor(size / mebibyte));
  }
  await done;
  await folder.removeEntry("sealed");
  return { size, sum: sum && seen === count, before, peak, seconds: (performance.now() - started) / 1000 };
}

/** Median MB/s of sealing a message in memory, against one call of WebCrypto's AES-GCM. */
async function speed(size: number, runs: number): Promise<{ ours: number; single: number }> {
  const data = new Uint8Array(size);
  for (let at = 0; at < size; at += 65_536)
    crypto.getRandomValues(data.subarray(at, Math.min(at + 65_536, size)));
  const seed = crypto.getRandomValues(new Uint8Array(32));
  const key = await crypto.subtle.importKey("raw", seed, "AES-GCM", false, ["encrypt"]);
  const times: { ours: number[]; single: number[] } = { ours: [], single: [] };
  async function* once(): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(data);
  }
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    await crypto.subtle.encrypt({ name: "AES-GCM", iv: seed.slice(0, 12) }, key, data);
    const middle = performance.now();
    for await (const _ of sealStream(webCryptoBackend, seed, seed, seed.slice(0, 24), once()));
    times.single.push(middle - start);
    times.ours.push(performance.now() - middle);
  }
  const rate = (list: number[]): number =>
    size / 1e6 / ((list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 1) / 1000);
  return { ours: rate(times.ours), single: rate(times.single) };
}

/** Whether this browser has X-Wing of its own. */
async function hasXwing(): Promise<boolean> {
  const usages = ["encapsulateBits", "decapsulateBits"] as unknown as KeyUsage[];
  return crypto.subtle.generateKey({ name: "MLKEM768-X25519" }, false, usages).then(
    () => true,
    () => false,
  );
}

/** Seals to a key that the page has made of a seed, and opens with the seed and with the receipt. */
async function withSeed(kem: KemId): Promise<string[]> {
  const { publicKey, seed } = await generateKey(kem);
  const receipt = Receipt.create(app);
  const { blobs, sink } = memorySink();
  const data = new TextEncoder().encode("Hej");
  const sections = [{ id: "contact", class: "ordinary", data, pad: "4k" as const }];
  const to = { g1: [keysOf(publicKey)] };
  const { keyring, manifest } = await seal({ context, receipt, to, sections, sink });
  const verified = verify(manifest, expected);
  return Promise.all(
    [await decapsulatorFromSeed(kem, seed), await receipt.decapsulator()].map(async (holder) => {
      const opened = await open(verified, keyring, holder);
      return new TextDecoder().decode(await opened.read("contact", blobs.get("contact") ?? new Uint8Array()));
    }),
  );
}

/** The public key of a seed: the browser's own, and that of JavaScript. */
async function publicKeys(): Promise<string[]> {
  const { publicKey, seed } = await generateKey("xwing");
  const { ml_kem768_x25519 } = await import("@noble/post-quantum/hybrid.js");
  return [publicKey.bytes, ml_kem768_x25519.keygen(seed).publicKey].map((bytes) => toBase64Url(bytes));
}

export interface Page {
  hasXwing: typeof hasXwing;
  withSeed: typeof withSeed;
  publicKeys: typeof publicKeys;
  withLockedKey: typeof withLockedKey;
  backendsAgree: typeof backendsAgree;
  largeAttachment: typeof largeAttachment;
  speed: typeof speed;
}
(globalThis as unknown as { page: Page }).page = {
  hasXwing,
  withSeed,
  publicKeys,
  withLockedKey,
  backendsAgree,
  largeAttachment,
  speed,
};
