/** One loopback HTTP server: takes its port first, gets its handler later, closes without dropping a request. */
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

/** How long a stopping server waits for requests that are under way. */
const graceMs = 10_000;

export class PortTaken extends Error {
  override readonly name = "PortTaken";
  readonly port: number;
  readonly setting: string;

  constructor(what: string, port: number, setting: string) {
    super(`Port ${port} (${what}) is already in use.`);
    this.port = port;
    this.setting = setting;
  }
}

export interface Listener {
  readonly port: number;
  readonly url: string;
  serve(handler: RequestListener): void;
  close(): Promise<void>;
}

/** Listens on 127.0.0.1; port 0 takes any free one. Throws PortTaken when another program has it. */
export async function listen(what: string, port: number, setting: string): Promise<Listener> {
  let handler: RequestListener = (_request, response) => {
    response
      .writeHead(503, { "content-type": "text/plain", "retry-after": "1" })
      .end("Starting. Try again soon.");
  };
  const server = createServer((request, response) => handler(request, response));
  // A large file over a slow line may take long; only who never says what they want is let go.
  server.headersTimeout = 20_000;
  server.requestTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(error.code === "EADDRINUSE" ? new PortTaken(what, port, setting) : error);
    });
    server.listen({ port, host: "127.0.0.1" }, resolve);
  });
  const taken = (server.address() as AddressInfo).port;
  return {
    port: taken,
    url: `http://localhost:${taken}`,
    serve(next) {
      handler = next;
    },
    close: () =>
      new Promise((resolve) => {
        const force = setTimeout(() => server.closeAllConnections(), graceMs);
        // A connection that has had its answer would otherwise wait for a next request.
        const sweep = setInterval(() => server.closeIdleConnections(), 50);
        server.close(() => {
          clearTimeout(force);
          clearInterval(sweep);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}
