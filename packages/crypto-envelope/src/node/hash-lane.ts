/**
 * A second thread that hashes segments while this one encrypts. Segments lie in memory that both threads see, so that
 * nothing is lost and nothing waits: what the other thread has not hashed when it is needed, this one hashes itself.
 * It does not matter therefore whether that thread is slow, has died or was never started.
 */
import { Worker } from "node:worker_threads";
import { segmentSize } from "../payload/tree.ts";

const slotCount = 4;
/** How long the thread is kept when nothing is hashed, in milliseconds. */
const idleTime = 5000;
/**
 * While segments come, the thread looks for them itself, every so many milliseconds: to be woken for each one costs the
 * waker more than the hash, since the system then likes to run both threads on one processor.
 */
const lookEvery = 0.2;
const looksBeforeSleep = 100;
/** Words in front of the slots' states: a count that the thread waits on, whether it sleeps, whether it is to end. */
const wake = 0;
const asleep = 1;
const ended = 2;
const firstState = 3;
const hashesAt = 64;
const segmentsAt = 4096;
/** States of a slot. `left`: given up by this thread while the other one is at it. */
const state = { free: 0, filling: 1, ready: 2, hashing: 3, done: 4, left: 5 } as const;

// Text, so that it survives every bundler; ordinary JavaScript, since Node runs it as it is.
const program = `"use strict";
const { createHash } = require("node:crypto");
const { workerData: memory } = require("node:worker_threads");
const words = new Int32Array(memory, 0, ${firstState + slotCount});
const hashes = new Uint8Array(memory, ${hashesAt}, ${slotCount * 32});
let looks = 0;
while (Atomics.load(words, ${ended}) === 0) {
  const seen = Atomics.load(words, ${wake});
  looks += 1;
  for (let slot = 0; slot < ${slotCount}; slot += 1) {
    const at = ${firstState} + slot;
    if (Atomics.compareExchange(words, at, ${state.ready}, ${state.hashing}) !== ${state.ready}) continue;
    const segment = new Uint8Array(memory, ${segmentsAt} + slot * ${segmentSize}, ${segmentSize});
    hashes.set(createHash("sha256").update(segment).digest(), slot * 32);
    const before = Atomics.compareExchange(words, at, ${state.hashing}, ${state.done});
    if (before !== ${state.hashing}) Atomics.store(words, at, ${state.free});
    looks = 0;
  }
  if (looks === 0) continue;
  if (looks > ${looksBeforeSleep}) Atomics.store(words, ${asleep}, 1);
  Atomics.wait(words, ${wake}, seen, looks > ${looksBeforeSleep} ? Infinity : ${lookEvery});
  Atomics.store(words, ${asleep}, 0);
}`;

/** Room for one segment. */
export interface Slot {
  /** 1 MiB to fill. */
  readonly bytes: Uint8Array;
  /** The other thread may begin: the segment is full. */
  start(): void;
  /** Its SHA-256, if the other thread has made it. */
  result(): Uint8Array | undefined;
  /** Gives the room back. Once only. */
  free(): void;
}

interface Lane {
  readonly worker: Worker;
  readonly memory: SharedArrayBuffer;
  readonly words: Int32Array;
  readonly idle: ReturnType<typeof setTimeout>;
}

let lane: Lane | undefined;
let unusable = false;

function stop(old: Lane): void {
  clearTimeout(old.idle);
  Atomics.store(old.words, ended, 1);
  Atomics.add(old.words, wake, 1);
  Atomics.notify(old.words, wake);
  if (lane === old) lane = undefined;
}

function started(): Lane | undefined {
  if (lane !== undefined || unusable) return lane;
  const memory = new SharedArrayBuffer(segmentsAt + slotCount * segmentSize);
  try {
    const worker = new Worker(program, { env: {}, eval: true, execArgv: [], workerData: memory });
    // It never keeps the process alive.
    worker.unref();
    const words = new Int32Array(memory, 0, firstState + slotCount);
    const idle = setTimeout(() => {
      stop(made);
    }, idleTime).unref();
    const made: Lane = { worker, memory, words, idle };
    worker.on("error", () => {
      unusable = true;
    });
    worker.on("exit", () => {
      // Told to end, or dead: in both cases it hashes no more.
      if (lane === made) unusable = true;
      stop(made);
    });
    lane = made;
  } catch {
    // Node's permission model forbids threads, for instance.
    unusable = true;
  }
  return lane;
}

/**
 * Room for a segment that the other thread will hash, or nothing where it has no room or does not run. With `start` it
 * is started if need be.
 */
export function takeSlot(start: boolean): Slot | undefined {
  const own = start ? started() : lane;
  if (own === undefined) return undefined;
  const { idle, memory, words } = own;
  for (let slot = 0; slot < slotCount; slot += 1) {
    const at = firstState + slot;
    if (Atomics.compareExchange(words, at, state.free, state.filling) !== state.free) continue;
    idle.refresh();
    return {
      bytes: new Uint8Array(memory, segmentsAt + slot * segmentSize, segmentSize),
      start: () => {
        Atomics.store(words, at, state.ready);
        Atomics.add(words, wake, 1);
        if (Atomics.load(words, asleep) === 1) Atomics.notify(words, wake);
      },
      result: () =>
        Atomics.load(words, at) === state.done
          ? new Uint8Array(memory, hashesAt + slot * 32, 32).slice()
          : undefined,
      free: () => {
        if (Atomics.compareExchange(words, at, state.ready, state.free) === state.ready) return;
        // While the other thread reads it, it is that thread which frees it.
        const before = Atomics.compareExchange(words, at, state.hashing, state.left);
        if (before !== state.hashing) Atomics.store(words, at, state.free);
      },
    };
  }
  return undefined;
}
