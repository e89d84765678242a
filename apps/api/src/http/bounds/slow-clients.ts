/** Lets go of clients that keep a connection by sending next to nothing; uploads may take long, but must move. */
import type { IncomingMessage, Server } from "node:http";

export interface LeastSpeed {
  readonly bytesPerSecond: number;
  /** How often it is looked at; a request that is over before that is never looked at. */
  readonly everyMs: number;
}

/** Slower than any line an application is sent over. */
export const leastSpeed: LeastSpeed = { bytesPerSecond: 256, everyMs: 15_000 };

/** Whether what has come already waits for us: then it is not the client who is slow. */
function waitsForUs(request: IncomingMessage): boolean {
  return request.isPaused() || request.readableLength > 0;
}

export function dropSlowClients(server: Server, { bytesPerSecond, everyMs }: LeastSpeed): void {
  server.on("request", (request: IncomingMessage) => {
    if (request.complete || request.method === "GET" || request.method === "HEAD") return;
    const { socket } = request;
    let seen = socket.bytesRead;
    const look = setInterval(() => {
      if (request.complete || socket.destroyed) return clearInterval(look);
      const came = socket.bytesRead - seen;
      seen = socket.bytesRead;
      if (came < (bytesPerSecond * everyMs) / 1000 && !waitsForUs(request)) socket.destroy();
    }, everyMs);
    look.unref();
    request.once("close", () => clearInterval(look));
  });
}
