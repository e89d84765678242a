/** One large attachment up and down through a process of its own, whose memory is watched meanwhile. */
import { randomBytes } from "node:crypto";
import { createReadStream, createWriteStream, mkdtempSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { Receipt } from "@tillit/crypto-envelope";
import { seal } from "@tillit/crypto-envelope/node";
import { harness, ownToken, publicAuthority } from "../test/setup/harness.ts";
import { startChild } from "../test/setup/child.ts";
import type { Row } from "./measure.ts";

function content(size: number): ReadableStream<Uint8Array> {
  const block = randomBytes(1024 * 1024);
  let left = size;
  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const piece = block.subarray(0, Math.min(block.length, left));
        left -= piece.length;
        if (piece.length > 0) controller.enqueue(new Uint8Array(piece));
        if (left === 0) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}

export async function attachment(megabytes: number): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "tillit-attachment-"));
  const url = join(folder, "tillit.db");
  const h = await harness({ url });
  const to = h.keys[publicAuthority]?.keys;
  if (to === undefined) throw new Error("no keys");
  const receipt = Receipt.create(crypto.randomUUID());
  const file = join(folder, "blob");
  const { manifest, keyring, digest } = await seal({
    context: {
      app: receipt.app,
      controllers: [publicAuthority],
      purpose: "foster-care-application",
      schema: "fam-intresse/1",
      created: "2026-11-23T09:00:00Z",
    },
    receipt,
    to: { g1: [to] },
    sections: [{ id: "file-1", class: "attachment", data: content(megabytes * 1024 * 1024), pad: "none" }],
    sink: () => Writable.toWeb(createWriteStream(file)) as WritableStream<Uint8Array>,
  });
  const record = Buffer.from(digest).toString("hex").slice(0, 32);
  const one = {
    receipt,
    manifest,
    keyring,
    blobs: new Map<string, Uint8Array>(),
    record,
    controller: publicAuthority,
  };
  await h.send(one);

  const child = await startChild(url);
  const idle = await child.memory();
  let peak = idle;
  let watching = true;
  const watch = (async () => {
    while (watching) {
      peak = Math.max(peak, await child.memory());
      await new Promise((next) => setTimeout(next, 100));
    }
  })();
  const began = performance.now();
  const put = await fetch(`${child.url}/api/applications/${record}/blobs/file-1`, {
    method: "PUT",
    headers: { "content-type": "application/octet-stream", "content-length": String(statSync(file).size) },
    body: Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>,
    duplex: "half",
  } as RequestInit);
  if (put.status !== 200) throw new Error(`answered ${put.status}: ${await put.text()}`);
  const up = performance.now();
  const down = await fetch(
    `${child.url}/api/mine/applications/${receipt.app}/envelopes/${record}/blobs/file-1`,
    {
      headers: { authorization: `Bearer ${await ownToken(h, one)}` },
    },
  );
  let size = 0;
  for await (const piece of down.body ?? []) size += (piece as Uint8Array).length;
  const done = performance.now();
  watching = false;
  await watch;
  await child.kill();
  await h.close();
  if (size !== statSync(file).size) throw new Error("came back with another size");
  const grown = (peak - idle) / 1e6;
  const speed = (ms: number): string => `${Math.round((size / 1e6 / ms) * 1000)} MB/s`;
  return [
    {
      what: `${megabytes} MiB attachment up and down (${speed(up - began)}, ${speed(done - up)}), SQLite`,
      measured: `${Math.round(grown)} MB above idle at most`,
      target: "< 150 MB",
      met: grown < 150,
    },
  ];
}
