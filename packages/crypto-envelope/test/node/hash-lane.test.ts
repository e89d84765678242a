import { createHash } from "node:crypto";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { setTimeout as later } from "node:timers/promises";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type Slot, takeSlot } from "../../src/node/hash-lane.ts";
import { NodeTreeHash } from "../../src/node/tree-hash.ts";
import type { TreeHash } from "../../src/payload/backend/backend.ts";
import { treeHash, treeRoot } from "../../src/payload/tree.ts";
import { webCryptoBackend } from "../../src/payload/backend/webcrypto.ts";
import { expected, pattern, sealedCase } from "../situation.ts";
import * as main from "../../src/index.ts";
import * as node from "../../src/node.ts";

const mebibyte = 1024 * 1024;
const blob = pattern(11_500_000);

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

async function hashed(tree: TreeHash, step: number): Promise<string> {
  for (let at = 0; at < blob.length; at += step) await tree.update(blob.subarray(at, at + step));
  return Buffer.from(treeRoot(await tree.segments())).toString("hex");
}

async function resultOf(slot: Slot): Promise<string> {
  for (;;) {
    const found = slot.result();
    if (found !== undefined) return Buffer.from(found).toString("hex");
    await later(1);
  }
}

/** All the room that there is, given back at once. */
async function roomLeft(): Promise<number> {
  // What was given up while it was being hashed is free a moment later; that it never is, the test's own limit finds.
  for (;;) {
    const slots: Slot[] = [];
    for (let slot = takeSlot(true); slot !== undefined; slot = takeSlot(true)) slots.push(slot);
    for (const slot of slots) slot.free();
    if (slots.length === 4) return slots.length;
    await later(1);
  }
}

describe("the second thread", () => {
  it("hashes what lies in its room, and has room for four", async () => {
    const slots = Array.from({ length: 5 }, () => takeSlot(true));
    expect(slots.map((slot) => slot !== undefined)).toEqual([true, true, true, true, false]);
    const taken = slots.filter((slot) => slot !== undefined);
    for (const [at, slot] of taken.entries()) {
      slot.bytes.fill(at + 1);
      slot.start();
    }
    for (const [at, slot] of taken.entries()) {
      expect(await resultOf(slot)).toBe(sha256(new Uint8Array(mebibyte).fill(at + 1)));
      slot.free();
    }
    expect(await roomLeft()).toBe(4);
  });

  it("never mixes one segment with the next, however its room is given up", async () => {
    const wanted = Array.from({ length: 16 }, (_, at) => sha256(new Uint8Array(mebibyte).fill(at)));
    const held: [Slot, number][] = [];
    const answers: [number, string][] = [];
    for (let turn = 0; turn < 300; turn += 1) {
      const slot = takeSlot(true);
      if (slot !== undefined) {
        slot.bytes.fill(turn % 16);
        slot.start();
        held.push([slot, turn % 16]);
      }
      const first = held[0];
      if (first === undefined || (slot !== undefined && held.length < 4)) continue;
      held.shift();
      // Every third one is given up: before it has begun, while it is at it, or after.
      if (turn % 3 !== 0) answers.push([first[1], await resultOf(first[0])]);
      first[0].free();
    }
    for (const [slot] of held) slot.free();
    expect(answers.length).toBeGreaterThan(100);
    expect(answers.filter(([value, hash]) => hash !== wanted[value])).toEqual([]);
    expect(await roomLeft()).toBe(4);
  });

  it.each([65_536, 1_000_003, mebibyte, 1_049_600, blob.length])(
    "makes no difference to the hash of a blob that comes %i bytes at a time",
    async (step) => {
      const wanted = await hashed(treeHash(webCryptoBackend), step);
      for (let turn = 0; turn < 3; turn += 1) expect(await hashed(new NodeTreeHash(), step)).toBe(wanted);
      expect(await roomLeft()).toBe(4);
    },
  );

  it("is not in the way of several blobs at once", async () => {
    const wanted = await hashed(treeHash(webCryptoBackend), mebibyte);
    const all = await Promise.all(
      Array.from({ length: 5 }, (_, at) => hashed(new NodeTreeHash(), 99_991 + at)),
    );
    expect(new Set(all)).toEqual(new Set([wanted]));
  });

  it("gives its room back when sealing is aborted, when opening stops and when a blob is refused", async () => {
    const abort = new AbortController();
    const receipt = main.Receipt.create(expected.app);
    const sections = [{ id: "a", class: "x", data: blob, pad: "none" as const }];
    const { blobs, controller, sealed } = await sealedCase(sections, "x25519", { receipt });
    const options = {
      context: { ...contextOf(sealed), controllers: [expected.controller] },
      receipt,
      sections,
    };
    const sealing = node.seal({
      ...options,
      to: { g1: [controller.keys] },
      signal: abort.signal,
      sink: () => new WritableStream(),
      onProgress: (_, done) => {
        if (done > 9_000_000) abort.abort();
      },
    });
    await expect(sealing).rejects.toThrow();
    expect(await roomLeft()).toBe(4);

    const verified = node.verify(sealed.manifest, expected);
    const opened = await node.open(verified, sealed.keyring, controller.holder);
    const bytes = blobs.get("a") ?? new Uint8Array();
    const { readable } = opened.stream("a", bytes);
    const reader = readable.getReader();
    for (let count = 0; count < 9; count += 1) await reader.read();
    await reader.cancel();
    expect(await roomLeft()).toBe(4);

    const wrong = bytes.map((byte, at) => (at === bytes.length - 1 ? byte ^ 1 : byte));
    await expect(node.verifyBlob(verified, "a", wrong)).rejects.toThrow();
    await expect(node.verifyBlob(verified, "a", bytes.subarray(1))).rejects.toThrow();
    expect(await roomLeft()).toBe(4);
  });

  it("does not keep a process alive that has sealed, nor need leave to start", () => {
    const script = fileURLToPath(new URL("seal-and-end.ts", import.meta.url));
    const known = process.allowedNodeEnvironmentFlags.has("--permission");
    const strict = known ? "--permission" : "--experimental-permission";
    for (const flags of [[], [strict, "--allow-fs-read=*"]]) {
      const { status, stderr, stdout } = spawnSync(
        process.execPath,
        ["--conditions=@tillit/source", "--no-warnings", ...flags, script],
        { encoding: "utf8", timeout: 240_000 },
      );
      const said = JSON.parse(stdout === "" ? "{}" : stdout) as { sealed?: number; ended?: number };
      expect([status, stderr, said.sealed]).toEqual([0, "", 12_000_000]);
    }
  });
});

function contextOf({ manifest }: { manifest: main.Dsse }): main.Context {
  const { applicant: _, ...context } = main.verify(manifest, expected).manifest.context;
  return context;
}

describe("a second thread that", () => {
  afterEach(() => {
    vi.doUnmock("node:worker_threads");
    vi.resetModules();
  });

  it.each([
    ["cannot be started", undefined, false],
    ["ends at once", "process.exit(1)", true],
    ["throws", "throw new Error('no')", true],
    ["never does anything", "setInterval(() => {}, 1000)", false],
    ["dies at its work", "$1 if (slot === 2) process.exit(2);", true],
  ])("%s changes nothing but the time it takes", async (_, program, ends) => {
    const real = await vi.importActual<typeof import("node:worker_threads")>("node:worker_threads");
    const started: InstanceType<typeof real.Worker>[] = [];
    const ended: Promise<unknown>[] = [];
    class Broken extends real.Worker {
      constructor(source: string, options: object) {
        if (program === undefined) throw new Error("not allowed");
        const marked = source.replace(/(for \(let slot.*\{)/, program);
        super(program.startsWith("$1") ? marked : program, options);
        started.push(this);
        const exit = new Promise((fulfil) => this.once("exit", fulfil));
        if (ends) ended.push(exit);
      }
    }
    vi.resetModules();
    vi.doMock("node:worker_threads", () => ({ ...real, Worker: Broken }));
    const fresh = await import("../../src/node/tree-hash.ts");
    const wanted = await hashed(treeHash(webCryptoBackend), mebibyte);
    for (let turn = 0; turn < 4; turn += 1) {
      expect(await hashed(new fresh.NodeTreeHash(), 300_000)).toBe(wanted);
      await Promise.all(ended);
    }
    // One that fails is not tried again.
    expect(started.length).toBe(program === undefined ? 0 : 1);
    for (const worker of started) await worker.terminate();
  });
});
