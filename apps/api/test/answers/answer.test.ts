/** Headers of every answer go out once each, whichever way the answer is written, and a route has the last word. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { Answer } from "../../src/http/response.ts";

const everywhere = ["x-request-id", "id", "cache-control", "no-store"];

async function answered(write: (answer: Answer) => void): Promise<Record<string, string | null>> {
  const server = createServer({ ServerResponse: Answer }, (_request, answer) => {
    answer.everywhere = everywhere;
    write(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const { headers } = await fetch(`http://127.0.0.1:${port}/`);
  server.close();
  return Object.fromEntries(
    ["x-request-id", "cache-control", "content-type", "set-cookie"].map((name) => [name, headers.get(name)]),
  );
}

const base = { "x-request-id": "id", "cache-control": "no-store", "content-type": null, "set-cookie": null };

test.each<[string, (answer: Answer) => void, Partial<Record<keyof typeof base, string>>]>([
  ["nothing said", (answer) => void answer.end(), {}],
  ["a status", (answer) => void answer.writeHead(204).end(), {}],
  [
    "a status in words",
    (answer) => void answer.writeHead(200, "Fine", { "Content-Type": "a/b" }).end(),
    { "content-type": "a/b" },
  ],
  [
    "own headers",
    (answer) => void answer.writeHead(200, { "content-type": "a/b" }).end(),
    { "content-type": "a/b" },
  ],
  [
    "one of them, in capitals",
    (answer) => void answer.writeHead(200, { "Cache-Control": "private" }).end(),
    { "cache-control": "private" },
  ],
  [
    "several of one name",
    (answer) => void answer.writeHead(200, { "set-cookie": ["a=1", "b=2"] }).end(),
    { "set-cookie": "a=1, b=2" },
  ],
  [
    "a list",
    (answer) => void answer.writeHead(200, ["Cache-Control", "private"]).end(),
    { "cache-control": "private" },
  ],
  [
    "some set before",
    (answer) => {
      answer.setHeader("cache-control", "public");
      answer.writeHead(200, { "content-type": "a/b" }).end();
    },
    { "cache-control": "public", "content-type": "a/b" },
  ],
])("%s", async (_what, write, own) => {
  expect(await answered(write)).toStrictEqual({ ...base, ...own });
});
