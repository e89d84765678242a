/** Memory while 1 GiB goes through, sealed to a file and opened from there: run in a process of its own. */
import { createWriteStream, openAsBlob } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { context, controller, expected, node, receipt } from "./published.ts";

const mebibyte = 1024 * 1024;

/** Peak growth of the resident set in MB, and the seconds it took. */
export interface Memory {
  readonly sealMb: number;
  readonly openMb: number;
  readonly seconds: number;
}

async function measure(count: number): Promise<Memory> {
  const { holder, keys } = await controller();
  const folder = await mkdtemp(join(tmpdir(), "ce1-memory-"));
  const file = join(folder, "blob");
  const start = performance.now();
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 5);
  let left = count;
  const data = new ReadableStream<Uint8Array>(
    {
      pull: (stream) => {
        if (left === 0) stream.close();
        else stream.enqueue(new Uint8Array(mebibyte).fill(left % 251));
        left -= 1;
      },
    },
    { highWaterMark: 0 },
  );
  try {
    const sections = [{ id: "file-1", class: "attachment", data }];
    const sink = (): WritableStream<Uint8Array> =>
      Writable.toWeb(createWriteStream(file)) as WritableStream<Uint8Array>;
    const sealed = await node.seal({ context, receipt: receipt(), to: { g1: [keys] }, sections, sink });
    const sealMb = (peak - before) / 1e6;
    const opened = await node.open(node.verify(sealed.manifest, expected), sealed.keyring, holder);
    const { done, readable } = opened.stream("file-1", await openAsBlob(file));
    let size = 0;
    const reader = readable.getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) size += next.value.length;
    await done;
    if (size !== count * mebibyte) throw new Error("other content");
    return { sealMb, openMb: (peak - before) / 1e6, seconds: (performance.now() - start) / 1000 };
  } finally {
    clearInterval(watch);
    await rm(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(`${JSON.stringify(await measure(Number(process.argv[2] ?? 1024)))}\n`);
}
