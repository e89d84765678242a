/** One group key wrapped for 290 recipients, the number of Swedish municipalities. */
import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from "@hpke/core";
import { platformEngine } from "../src/envelope/engine.ts";
import { wrap } from "../src/envelope/wrap.ts";
import { type KemId, generateKey } from "../src/index.ts";
import { nodeEngine } from "../src/node/envelope.ts";
import { against, median, table } from "./table.ts";

const count = 290;
const groupKey = new Uint8Array(32).fill(7);
const cid = new Uint8Array(32).fill(9);

/** Milliseconds of wrapping, median of the rounds, with the ratio against @hpke/core. */
export async function recipients(rounds: number): Promise<string> {
  const keys = async (kem: KemId) =>
    (await Promise.all(Array.from({ length: count }, () => generateKey(kem)))).map(
      ({ publicKey }) => publicKey,
    );
  const [classic, hybrid] = [await keys("x25519"), await keys("xwing")];
  const suite = new CipherSuite({
    kem: new DhkemX25519HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new Aes256Gcm(),
  });
  const bufferOf = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;
  const imported = await Promise.all(
    classic.map(({ bytes }) => suite.kem.deserializePublicKey(bufferOf(bytes))),
  );
  const runs: [string, () => Promise<void>][] = [
    [
      "@hpke/core, X25519",
      async () => {
        for (const recipientPublicKey of imported) {
          await suite.seal({ recipientPublicKey, info: bufferOf(cid) }, bufferOf(groupKey));
        }
      },
    ],
    ...(
      [
        ["**crypto-envelope `./node`**, X25519", nodeEngine, classic],
        ["**crypto-envelope**, X25519 by WebCrypto", platformEngine(), classic],
        ["**crypto-envelope**, X-Wing (JavaScript in Node)", nodeEngine, hybrid],
      ] as const
    ).map(([name, engine, to]): [string, () => Promise<void>] => [
      name,
      async () => {
        for (const key of to) await wrap(engine, cid, "g1", key, groupKey);
      },
    ]),
  ];
  const times = runs.map((): number[] => []);
  const cpus = runs.map((): number[] => []);
  for (let round = -1; round < rounds; round += 1) {
    for (const [at, [, run]] of runs.entries()) {
      const start = performance.now();
      const used = process.cpuUsage();
      await run();
      const { system, user } = process.cpuUsage(used);
      if (round < 0) continue;
      times[at]?.push(performance.now() - start);
      cpus[at]?.push((system + user) / 1000);
    }
  }
  const [peer = 1, own = 1] = times.map((list) => median(list));
  const [peerCpu = 1, ownCpu = 1] = cpus.map((list) => median(list));
  const rows = runs.map(([name], at) => {
    const [time, cpu] = [median(times[at] ?? []), median(cpus[at] ?? [])];
    return [name, time.toFixed(0), (time / peer).toFixed(2), cpu.toFixed(0), (cpu / peerCpu).toFixed(2)];
  });
  const met = against(own / peer, 0.5, "lower");
  return `${table(["290 recipients", "ms", "ratio", "CPU ms", "ratio"], rows)}
${table(
  ["`./node`, X25519, against", "target", "ratio", "", "by CPU time"],
  [["@hpke/core", "≤ 0.5", (own / peer).toFixed(2), met, (ownCpu / peerCpu).toFixed(2)]],
)}`;
}
