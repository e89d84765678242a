/** HTTP around the app, and a stop that finishes what was begun. */
import type { Server } from "node:http";
import { serve as listen } from "@hono/node-server";
import type { App } from "./app.ts";
import { Answer } from "./http/response.ts";
import { dropSlowClients, leastSpeed, type LeastSpeed } from "./http/bounds/slow-clients.ts";

export interface Running {
  readonly port: number;
  /** Takes no new requests, lets those under way finish, then resolves. */
  stop(): Promise<void>;
}

/** How long requests under way may take once a stop is asked for. */
const patience = 10_000;

export function serve(
  app: Pick<App, "fetch">,
  { port, hostname, slowest = leastSpeed }: { port: number; hostname: string; slowest?: LeastSpeed },
): Promise<Running> {
  return new Promise((resolve, reject) => {
    const serverOptions = { ServerResponse: Answer };
    const server = listen({ fetch: app.fetch, port, hostname, serverOptions }, (address) => {
      resolve({ port: address.port, stop: () => stop(server) });
    }) as Server;
    // A client that dribbles its request is let go: headers within 20 s, the next request on a connection within 65 s.
    server.headersTimeout = 20_000;
    server.keepAliveTimeout = 65_000;
    server.requestTimeout = 0;
    dropSlowClients(server, slowest);
    server.once("error", reject);
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const impatience = setTimeout(() => {
      server.closeAllConnections();
    }, patience);
    impatience.unref();
    // A connection whose request has been answered meanwhile would be kept for the next one, which never comes.
    const idle = setInterval(() => {
      server.closeIdleConnections();
    }, 50);
    server.close(() => {
      clearTimeout(impatience);
      clearInterval(idle);
      resolve();
    });
    server.closeIdleConnections();
  });
}
