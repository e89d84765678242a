/** For browser tests: a web app built fresh and served with the headers it has in production, beside a fake API. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { mkdtemp, readFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { build } from "vite";
import { pageHeaders } from "../hosting/page-headers.ts";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".txt": "text/plain",
};

export interface FakeAnswer {
  readonly status?: number;
  readonly json?: unknown;
  readonly bytes?: Uint8Array;
}

/** Answers a request that is not a file; undefined gives 404. */
export type FakeApi = (
  method: string,
  path: string,
  body: Buffer,
  headers: IncomingMessage["headers"],
) => FakeAnswer | undefined | Promise<FakeAnswer | undefined>;

export interface ServedApp {
  readonly origin: string;
  /** Every request that reached the server, as "METHOD path". */
  readonly requests: readonly string[];
  readonly folder: string;
  close(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

const built = new Map<string, Promise<string>>();

/** The app at `root`, built into a temporary folder: once for all who ask in this process, so nobody removes it. */
export function buildApp(root: string): Promise<string> {
  const folder = built.get(root) ?? makeApp(root);
  built.set(root, folder);
  return folder;
}

async function makeApp(root: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "tillit-web-"));
  await build({ root, logLevel: "error", build: { outDir: folder, emptyOutDir: true } });
  return folder;
}

/** Serves a built folder with the production headers, and the fake API under the same origin. */
export async function serveApp(folder: string, api: FakeApi): Promise<ServedApp> {
  const requests: string[] = [];

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, search } = new URL(request.url ?? "/", "http://localhost");
    const method = request.method ?? "GET";
    requests.push(`${method} ${pathname}${search}`);
    const body = await bodyOf(request);
    const answer = await api(method, `${pathname}${search}`, body, request.headers);
    for (const [name, value] of Object.entries(pageHeaders("form"))) response.setHeader(name, value);
    if (answer !== undefined) {
      const isProblem = (answer.status ?? 200) >= 400;
      response.statusCode = answer.status ?? 200;
      if (answer.bytes !== undefined) {
        response.setHeader("content-type", "application/octet-stream");
        response.end(answer.bytes);
      } else if (answer.json === undefined) response.end();
      else {
        response.setHeader("content-type", isProblem ? "application/problem+json" : "application/json");
        response.end(JSON.stringify(answer.json));
      }
      return;
    }
    const file = normalize(join(folder, pathname === "/" ? "index.html" : pathname));
    const found = file.startsWith(folder) ? await readFile(file).catch(() => undefined) : undefined;
    response.statusCode = found === undefined ? 404 : 200;
    response.setHeader("content-type", types[extname(file)] ?? "application/octet-stream");
    response.end(found ?? "");
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => {
      response.statusCode = 500;
      response.end();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    requests,
    folder,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}
