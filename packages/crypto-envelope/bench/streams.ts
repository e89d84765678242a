/** 100 MB sealed and opened as a stream in Node: this package against the cipher itself and against its peers. */
import { execFileSync } from "node:child_process";
import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import { context, controller, expected, node, platform, receipt } from "./published.ts";
import { against, median, table } from "./table.ts";

const mebibyte = 1024 * 1024;
const megabytes = 100;
const total = megabytes * 1_000_000;
const piece = new Uint8Array(randomBytes(mebibyte));

/** What something took, in milliseconds: by the clock, and of all processors together. */
interface Cost {
  readonly time: number;
  readonly cpu: number;
}

/** MB a second, by the clock and by the time of all processors. */
interface Rate {
  readonly clock: number;
  readonly cpu: number;
}

/** Starts a clock; call what it gives to read it. */
function clock(): () => Cost {
  const start = performance.now();
  const used = process.cpuUsage();
  return () => {
    const { system, user } = process.cpuUsage(used);
    return { time: performance.now() - start, cpu: (system + user) / 1000 };
  };
}

/** One peer: how it seals and opens `bytes` bytes. */
interface Peer {
  readonly name: string;
  /** Bytes it is measured on; less where it is slow or cannot stream. */
  readonly bytes: number;
  run(): Promise<{ seal: Cost; open: Cost }>;
}

function source(bytes: number): ReadableStream<Uint8Array> {
  let left = bytes;
  return new ReadableStream<Uint8Array>(
    {
      pull: (stream) => {
        if (left === 0) {
          stream.close();
          return;
        }
        const next = left >= piece.length ? piece : piece.subarray(0, left);
        left -= next.length;
        stream.enqueue(next);
      },
    },
    { highWaterMark: 0 },
  );
}

async function drain(stream: ReadableStream<Uint8Array>, keep?: Uint8Array[]): Promise<number> {
  let bytes = 0;
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    bytes += next.value.length;
    keep?.push(next.value);
  }
  return bytes;
}

function again(pieces: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream<Uint8Array>(
    {
      pull: (stream) => {
        const next = pieces[at];
        at += 1;
        if (next === undefined) stream.close();
        else stream.enqueue(next);
      },
    },
    { highWaterMark: 0 },
  );
}

function* pieces(bytes: number, size: number): Generator<Uint8Array> {
  for (let left = bytes; left > 0; left -= size) yield piece.subarray(0, Math.min(left, size));
}

/** Reads into one buffer again and again. */
async function refill(stream: ReadableStream<Uint8Array>): Promise<number> {
  let bytes = 0;
  const reader = stream.getReader({ mode: "byob" });
  for (let next = await reader.read(new Uint8Array(mebibyte)); !next.done;) {
    bytes += next.value.length;
    next = await reader.read(new Uint8Array(next.value.buffer));
  }
  return bytes;
}

/** How one package is used: what it seals with to a sink that takes each piece, and how its content is read. */
interface Way {
  readonly engine: typeof node | typeof platform;
  readonly seal: (
    options: Omit<platform.SealOptions, "sink">,
    write: (sealed: Uint8Array) => void,
  ) => Promise<platform.Sealed>;
  readonly read: (content: ReadableStream<Uint8Array>) => Promise<number>;
}

/** Every piece is memory of its own. */
function given(engine: Way["engine"]): Way {
  return {
    engine,
    seal: (options, write) =>
      engine.seal({ ...options, sink: () => new WritableStream<Uint8Array>({ write }) }),
    read: drain,
  };
}

/** Nothing is allocated for what passes: a sink is lent its pieces, and the reader brings a buffer. */
const lent: Way = {
  engine: node,
  seal: (options, write) => node.seal({ ...options, sink: () => ({ write }) }),
  read: refill,
};

async function ours(name: string, { engine, read, seal: sealBy }: Way): Promise<Peer> {
  const { holder, keys } = await controller();
  const options = (): Omit<platform.SealOptions, "sink"> => ({
    context,
    receipt: receipt(),
    to: { g1: [keys] },
    sections: [{ id: "file-1", class: "attachment", data: source(total), pad: "none" }],
  });
  return {
    name,
    bytes: total,
    run: async () => {
      const sealing = clock();
      await sealBy(options(), () => undefined);
      const seal = sealing();
      const kept: Uint8Array[] = [];
      const sealed = await given(engine).seal(options(), (bytes) => {
        kept.push(bytes);
      });
      const opening = clock();
      const opened = await engine.open(engine.verify(sealed.manifest, expected), sealed.keyring, holder);
      const { done, readable } = opened.stream("file-1", again(kept));
      if ((await read(readable)) !== total) throw new Error("other content");
      await done;
      return { seal, open: opening() };
    },
  };
}

/** The cipher alone: one message, 1 MiB at a time. With `hash`, SHA-256 over the ciphertext as well. */
function onePass(name: string, hash: boolean): Peer {
  return {
    name,
    bytes: total,
    run: async () => {
      const key = randomBytes(32);
      const nonce = randomBytes(12);
      const pass = async (take: (sealed: Uint8Array) => void): Promise<Uint8Array> => {
        const cipher = createCipheriv("aes-256-gcm", key, nonce);
        const sum = createHash("sha256");
        const reader = source(total).getReader();
        for (let next = await reader.read(); !next.done; next = await reader.read()) {
          const sealed = cipher.update(next.value);
          if (hash) sum.update(sealed);
          take(sealed);
        }
        cipher.final();
        sum.digest();
        return cipher.getAuthTag();
      };
      const sealing = clock();
      await pass(() => undefined);
      const seal = sealing();
      const kept: Uint8Array[] = [];
      const tag = await pass((sealed) => {
        kept.push(sealed);
      });
      const opening = clock();
      const decipher = createDecipheriv("aes-256-gcm", key, nonce);
      const check = createHash("sha256");
      decipher.setAuthTag(tag);
      const back = again(kept).getReader();
      for (let next = await back.read(); !next.done; next = await back.read()) {
        if (hash) check.update(next.value);
        decipher.update(next.value);
      }
      decipher.final();
      return { seal, open: opening() };
    },
  };
}

// Each peer is loaded where it is measured: a heap full of the others would be paid by whoever allocates most.
async function age(): Promise<Peer> {
  const { Decrypter, Encrypter, generateIdentity, identityToRecipient } = await import("age-encryption");
  const identity = await generateIdentity();
  const recipient = await identityToRecipient(identity);
  return {
    name: "age-encryption, stream",
    bytes: total / 4,
    run: async () => {
      const kept: Uint8Array[] = [];
      const encrypter = new Encrypter();
      encrypter.addRecipient(recipient);
      const sealing = clock();
      await drain(await encrypter.encrypt(source(total / 4)));
      const seal = sealing();
      await drain(await encrypter.encrypt(source(total / 4)), kept);
      const opening = clock();
      const decrypter = new Decrypter();
      decrypter.addIdentity(identity);
      await drain(await decrypter.decrypt(again(kept)));
      return { seal, open: opening() };
    },
  };
}

async function tweetnacl(): Promise<Peer> {
  const { default: nacl } = await import("tweetnacl");
  const mine = nacl.box.keyPair();
  const theirs = nacl.box.keyPair();
  return {
    name: "tweetnacl box, messages of 1 MiB",
    bytes: total / 4,
    run: async () => {
      const nonce = nacl.randomBytes(24);
      const sealing = clock();
      const boxes = [...pieces(total / 4, mebibyte)].map((part) =>
        nacl.box(part, nonce, theirs.publicKey, mine.secretKey),
      );
      const seal = sealing();
      const opening = clock();
      for (const box of boxes) nacl.box.open(box, nonce, mine.publicKey, theirs.secretKey);
      return Promise.resolve({ seal, open: opening() });
    },
  };
}

async function libsodium(): Promise<Peer> {
  const { default: sodium } = await import("libsodium-wrappers-sumo");
  await sodium.ready;
  return {
    name: "libsodium secretstream, 64 KiB",
    bytes: total,
    run: async () => {
      const key = sodium.crypto_secretstream_xchacha20poly1305_keygen();
      const sealing = clock();
      const { header, state } = sodium.crypto_secretstream_xchacha20poly1305_init_push(key);
      const sealed = Array.from(pieces(total, 65_536), (part) =>
        sodium.crypto_secretstream_xchacha20poly1305_push(state, part, null, 0),
      );
      const seal = sealing();
      const opening = clock();
      const back = sodium.crypto_secretstream_xchacha20poly1305_init_pull(header, key);
      for (const part of sealed) sodium.crypto_secretstream_xchacha20poly1305_pull(back, part, null);
      return Promise.resolve({ seal, open: opening() });
    },
  };
}

async function hpkeCore(): Promise<Peer> {
  const { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } = await import("@hpke/core");
  const suite = new CipherSuite({
    kem: new DhkemX25519HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new Aes256Gcm(),
  });
  const pair = await suite.kem.generateKeyPair();
  return {
    name: "@hpke/core, messages of 1 MiB",
    bytes: total,
    run: async () => {
      const sealing = clock();
      const sender = await suite.createSenderContext({ recipientPublicKey: pair.publicKey });
      const sealed: ArrayBuffer[] = [];
      for (const part of pieces(total, mebibyte))
        sealed.push(await sender.seal(part.slice().buffer as ArrayBuffer));
      const seal = sealing();
      const opening = clock();
      const recipient = await suite.createRecipientContext({
        recipientKey: pair.privateKey,
        enc: sender.enc,
      });
      for (const part of sealed) await recipient.open(part);
      return { seal, open: opening() };
    },
  };
}

const factories: readonly (() => Peer | Promise<Peer>)[] = [
  () => onePass("node:crypto AES-256-GCM, one pass", false),
  () => onePass("the same, and SHA-256 of the result", true),
  () => ours("**crypto-envelope `./node`**", lent),
  () => ours("**crypto-envelope `./node`**, memory of its own for each piece", given(node)),
  () => ours("**crypto-envelope**, WebCrypto", given(platform)),
  libsodium,
  hpkeCore,
  age,
  tweetnacl,
];

interface Measured {
  readonly name: string;
  readonly bytes: number;
  readonly costs: readonly { readonly seal: Cost; readonly open: Cost }[];
}

/** One peer in this process: a run to warm up, then two that count. */
async function measure(at: number): Promise<Measured> {
  const peer = await factories[at]?.();
  if (peer === undefined) throw new Error("no such peer");
  await peer.run();
  globalThis.gc?.();
  const first = await peer.run();
  globalThis.gc?.();
  return { name: peer.name, bytes: peer.bytes, costs: [first, await peer.run()] };
}

const script = fileURLToPath(import.meta.url);

function inProcess(at: number): Measured {
  const flags = ["--expose-gc", "--no-warnings"];
  return JSON.parse(execFileSync(process.execPath, [...flags, script, String(at)]).toString()) as Measured;
}

/** Runs all peers in turn, each in a process of its own, several rounds, and gives the table with ratios of medians. */
export function streams(rounds: number): string {
  const turns = Array.from({ length: rounds }, () => factories.map((_, at) => inProcess(at)));
  const peers = turns[0] ?? [];
  const costs = peers.map((_, at) => {
    const all = turns.flatMap((turn) => turn[at]?.costs ?? []);
    return { seal: all.map(({ seal }) => seal), open: all.map(({ open }) => open) };
  });
  const rateOf = (list: readonly Cost[], bytes: number): Rate => ({
    clock: bytes / 1000 / median(list.map(({ time }) => time)),
    cpu: bytes / 1000 / median(list.map(({ cpu }) => cpu)),
  });
  const medians = peers.map(({ bytes }, at) => ({
    seal: rateOf(costs[at]?.seal ?? [], bytes),
    open: rateOf(costs[at]?.open ?? [], bytes),
  }));
  const [limit, hashed, own, , , salt, , old, box] = medians;
  if (limit === undefined || own === undefined || salt === undefined || old === undefined)
    throw new Error("nine peers");
  if (hashed === undefined || box === undefined) throw new Error("nine peers");
  const cells = (rate: Rate, one: Rate): string[] => [
    rate.clock.toFixed(0),
    (rate.clock / one.clock).toFixed(2),
    rate.cpu.toFixed(0),
    (rate.cpu / one.cpu).toFixed(2),
  ];
  const rows = peers.map(({ bytes, name }, at) => {
    const { open, seal } = medians[at] ?? own;
    return [name, `${bytes / 1e6}`].concat(cells(seal, limit.seal), cells(open, limit.open));
  });
  const goal = (name: string, target: number, other: { seal: Rate; open: Rate }): string[] => [
    name,
    `≥ ${target}`,
    ...(["seal", "open"] as const).flatMap((way) => {
      const ratio = own[way].clock / other[way].clock;
      return [ratio.toFixed(2), against(ratio, target, "higher"), (own[way].cpu / other[way].cpu).toFixed(2)];
    }),
  ];
  const head = [
    "seal MB/s",
    "ratio",
    "seal MB/CPU-s",
    "ratio",
    "open MB/s",
    "ratio",
    "open MB/CPU-s",
    "ratio",
  ];
  return `${table(["Node, streamed", "MB", ...head], rows)}
${table(
  ["`./node` against", "target", "seal", "", "by CPU time", "open", "", "by CPU time"],
  [
    goal("node:crypto, one pass", 0.5, limit),
    goal("age-encryption", 4, old),
    goal("tweetnacl", 5, box),
    goal("libsodium secretstream", 1.5, salt),
    goal("node:crypto and SHA-256 (no target)", 1, hashed),
  ],
)}`;
}

if (process.argv[1] === script) process.stdout.write(JSON.stringify(await measure(Number(process.argv[2]))));
