import { describe, expect, it } from "vitest";
import { Receipt, type SectionInput, memorySink, open, seal, verify } from "../../src/index.ts";
import * as node from "../../src/node.ts";
import { codeOf } from "../outcome.ts";
import { app, blobOf, context, controller, expected, pattern, sealedCase } from "../situation.ts";

const entries = [
  ["the main entry point", { open, seal }],
  ["./node", { open: node.open, seal: node.seal }],
] as const;

/** A stream that gives some pieces and then nothing more, and says when it is waited for and whether it was let go. */
function stalled(...pieces: readonly Uint8Array[]): {
  readonly stream: ReadableStream<Uint8Array>;
  /** Resolves when its reader has had all pieces and asks for the one that never comes. */
  readonly waitedFor: Promise<void>;
  readonly gone: unknown[];
} {
  const gone: unknown[] = [];
  const left = [...pieces];
  let asked: () => void = () => undefined;
  const waitedFor = new Promise<void>((fulfil) => {
    asked = fulfil;
  });
  const stream = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        const next = left.shift();
        if (next === undefined) {
          asked();
          return new Promise<void>(() => undefined);
        }
        controller.enqueue(next);
        return undefined;
      },
      cancel: (reason) => void gone.push(reason),
    },
    { highWaterMark: 0 },
  );
  return { stream, waitedFor, gone };
}

const section = (id: string, data: SectionInput["data"]): SectionInput => ({ id, class: "x", data });

describe.each(entries)("%s", (_, entry) => {
  it("stops sealing from a source that gives nothing more, with the caller's reason", async () => {
    const { keys } = await controller("familjehem-sverige", "x25519");
    const abort = new AbortController();
    const reason = new Error("changed my mind");
    const { gone, stream, waitedFor } = stalled(pattern(1000));
    const { sink } = memorySink();
    const sealing = entry.seal({
      context,
      receipt: Receipt.create(app),
      to: { g1: [keys] },
      sections: [section("a", stream)],
      signal: abort.signal,
      sink,
    });
    await waitedFor;
    abort.abort(reason);
    await expect(sealing).rejects.toBe(reason);
    expect(gone).toEqual([reason]);
  });

  it("lets go of what was still to be sealed when sealing fails", async () => {
    const { keys } = await controller("familjehem-sverige", "x25519");
    const [first, second] = [stalled(pattern(10)), stalled(pattern(10))];
    const full = new Error("no room");
    const sealing = entry.seal({
      context,
      receipt: Receipt.create(app),
      to: { g1: [keys] },
      sections: [section("a", first.stream), section("b", second.stream)],
      sink: () => {
        throw full;
      },
    });
    await expect(sealing).rejects.toBe(full);
    expect([first.gone.length, second.gone.length]).toEqual([1, 1]);
  });

  it("leaves a caller what it had when it refuses before any work", async () => {
    const { gone, stream } = stalled(pattern(10));
    const { sink } = memorySink();
    const options = {
      context,
      receipt: Receipt.create(app),
      to: { g1: [] },
      sections: [section("a", stream)],
      sink,
    };
    expect(await codeOf(() => entry.seal(options))).toBe("POLICY");
    expect([gone, stream.locked]).toEqual([[], false]);
  });

  it.each([
    ["ArrayBuffers", new ArrayBuffer(10)],
    ["words of two bytes", new Uint16Array(10)],
    ["a DataView", new DataView(new ArrayBuffer(10))],
    ["numbers", 7],
    ["texts", "abc"],
    ["nothing", null],
  ])("refuses a source of %s, of which it would seal nothing or a part", async (__, piece) => {
    const { keys } = await controller("familjehem-sverige", "x25519");
    const data = new ReadableStream<unknown>({
      start: (stream) => {
        stream.enqueue(piece);
      },
    }) as ReadableStream<Uint8Array>;
    const { sink } = memorySink();
    const options = {
      context,
      receipt: Receipt.create(app),
      to: { g1: [keys] },
      sections: [section("a", data)],
      sink,
    };
    expect(await codeOf(() => entry.seal(options))).toBe("FORMAT");
  });

  async function opened() {
    const made = await sealedCase([section("a", pattern(5000))]);
    const { keyring, manifest } = made.sealed;
    const envelope = await entry.open(verify(manifest, expected), keyring, made.controller.holder);
    return { envelope, blob: blobOf(made.blobs, "a") };
  }

  it("stops opening a blob that gives nothing more, and lets it go", async () => {
    const { blob, envelope } = await opened();
    const { gone, stream, waitedFor } = stalled(blob.subarray(0, 100));
    const { done, readable } = envelope.stream("a", stream);
    const reader = readable.getReader();
    const reading = reader.read();
    await waitedFor;
    await reader.cancel();
    expect((await reading).done).toBe(true);
    expect(await codeOf(() => done)).toBe("TRUNCATED");
    expect(gone.length).toBe(1);
  });

  it("stops reading a blob that gives nothing more at a signal, with the caller's reason", async () => {
    const { blob, envelope } = await opened();
    const abort = new AbortController();
    const reason = new Error("another page");
    const { gone, stream, waitedFor } = stalled(blob.subarray(0, 100));
    const reading = envelope.read("a", stream, { signal: abort.signal });
    await waitedFor;
    abort.abort(reason);
    await expect(reading).rejects.toBe(reason);
    expect(gone).toEqual([reason]);
  });

  it("tells how far reading has come", async () => {
    const made = await sealedCase([section("a", pattern(3_000_000))]);
    const { keyring, manifest } = made.sealed;
    const envelope = await entry.open(verify(manifest, expected), keyring, made.controller.holder);
    const told: number[] = [];
    await envelope.read("a", blobOf(made.blobs, "a"), { onProgress: (done) => told.push(done) });
    expect(told.at(-1)).toBe(3_000_000);
    expect(told.length).toBeGreaterThan(2);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  });

  it("lets go of a blob that nobody read from", async () => {
    const { blob, envelope } = await opened();
    const { gone, stream } = stalled(blob);
    await envelope.stream("a", stream).readable.cancel();
    expect(gone.length).toBe(1);
  });

  it.each([
    ["a section that is not there", "b", false, "FORMAT"],
    ["an envelope that was closed", "a", true, "NO_KEY"],
  ])("lets go of the blob of %s", async (__, id, close, code) => {
    const { blob, envelope } = await opened();
    if (close) envelope.close();
    const [first, second] = [stalled(blob), stalled(blob)];
    expect(await codeOf(() => envelope.read(id, first.stream))).toBe(code);
    expect(await codeOf(() => envelope.stream(id, second.stream).readable.getReader().read())).toBe(code);
    expect([first.gone.length, second.gone.length]).toEqual([1, 1]);
  });

  it("says what a key that could not be used failed of, beside the code that says nothing", async () => {
    const made = await sealedCase([section("a", pattern(10))]);
    const offline = new Error("the module is offline");
    const holder = { ...made.controller.holder, decap: () => Promise.reject(offline) };
    const opening = entry.open(verify(made.sealed.manifest, expected), made.sealed.keyring, holder);
    await expect(opening).rejects.toMatchObject({ code: "UNWRAP", cause: offline });
  });
});
