/** A forward proxy for the browser that keeps every request it passes on: line, headers and body, as bytes. */
import { createServer, request as forward, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

export interface Recorded {
  readonly method: string;
  readonly url: string;
  readonly bytes: Buffer;
}

export interface RecordingProxy {
  readonly port: number;
  readonly requests: readonly Recorded[];
  /** Lets a test change an answer on its way back; return undefined to leave it alone. */
  alter: (url: string, body: Buffer) => Buffer | undefined;
  close(): Promise<void>;
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

export async function recordingProxy(): Promise<RecordingProxy> {
  const requests: Recorded[] = [];
  const proxy = { alter: (_url: string, _body: Buffer): Buffer | undefined => undefined };
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const body = await bodyOf(incoming);
      const url = incoming.url ?? "";
      const head = Object.entries(incoming.headers).map(([name, value]) => `${name}: ${String(value)}`);
      requests.push({
        method: incoming.method ?? "",
        url,
        bytes: Buffer.concat([Buffer.from(`${incoming.method} ${url}\n${head.join("\n")}\n\n`), body]),
      });
      const onward = forward(
        url,
        { method: incoming.method ?? "GET", headers: incoming.headers },
        (answer) => {
          void (async () => {
            const received = await bodyOf(answer);
            const altered = proxy.alter(url, received) ?? received;
            const { "transfer-encoding": _chunked, ...headers } = answer.headers;
            outgoing.writeHead(answer.statusCode ?? 502, { ...headers, "content-length": altered.length });
            outgoing.end(altered);
          })();
        },
      );
      onward.on("error", () => outgoing.destroy());
      onward.end(body);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return Object.assign(proxy, {
    port: (server.address() as AddressInfo).port,
    requests,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  });
}
