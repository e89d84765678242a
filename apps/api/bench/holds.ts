/**
 * Holds over very many records, by itself: `node --conditions=@tillit/source bench/holds.ts [records]`. Plans them all,
 * places and releases a hold on a unit, a class and everything, and says how long the process kept others waiting.
 */
import { randomUUID } from "node:crypto";
import { harness, publicAuthority, type Harness, type Staff } from "../test/setup/harness.ts";
import { runSql } from "../test/setup/databases.ts";
import { startPostgres } from "../test/setup/postgres.ts";
import { wordsAbout } from "../test/setup/words.ts";
import { sweepPlans } from "../src/retention/plan-sweep.ts";
import { fill } from "./fill-cases.ts";

const records = Number(process.argv[2] ?? 1_000_000);
const scopes = [
  { kind: "controller" },
  { kind: "unit", of: "north" },
  { kind: "assignment", of: "family-home" },
] as const;

/** Prints how long it took, and the longest time in which nobody else was served. */
async function timed(what: string, work: () => Promise<unknown>): Promise<void> {
  let longest = 0;
  let last = performance.now();
  const beat = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const timer = setInterval(beat, 2);
  const began = performance.now();
  await work();
  beat();
  clearInterval(timer);
  const [took, waited] = [last - began, longest].map((ms) => `${Math.round(ms)} ms`.padStart(10));
  const memory = Math.round(process.memoryUsage().rss / 1e6);
  process.stdout.write(`${what.padEnd(48)}${took}${waited}  ${memory} MB\n`);
}

async function must(answer: Promise<Response>): Promise<void> {
  const { status } = await answer;
  if (status !== 200 && status !== 201) throw new Error(`answered ${status}`);
}

async function holds(h: Harness, lead: Staff): Promise<void> {
  const sweep = () => sweepPlans(h.deps, publicAuthority);
  await timed("plan all, the first time", sweep);
  await timed("plan all, nothing has changed", sweep);
  for (const scope of scopes) {
    const id = randomUUID();
    const words = await wordsAbout(h, { controller: publicAuthority, purpose: "retention-hold", id });
    const hold = { id, ground: "supervision", scope };
    const place = (more: object) => must(h.post("/api/desk/holds", { ...hold, ...more }, lead));
    await timed(`hold on ${scope.kind}: what it would stop`, () => place({ dryRun: true }));
    await timed(`hold on ${scope.kind}: placed`, () => place({ words, dryRun: false }));
    if (scope.kind === "controller") await timed("plan all, every record held", sweep);
    await timed("due list", () => must(h.get("/api/desk/retention/due", lead)));
    await timed(`hold on ${scope.kind}: released`, () =>
      must(h.post(`/api/desk/holds/${id}/release`, { dryRun: false }, lead)),
    );
  }
}

const postgres = await startPostgres();
for (const engine of ["sqlite", "postgres"] as const) {
  if (engine === "postgres") await runSql(`${postgres.url}/postgres`, "create database bench");
  const h = await harness(engine === "sqlite" ? {} : { url: `${postgres.url}/bench` });
  process.stdout.write(`${engine}, ${records} records: took, longest wait of others, memory\n`);
  await fill(engine === "sqlite" ? h.folder : `${postgres.url}/bench`, records);
  await holds(h, await h.login("decision-maker", publicAuthority));
  await h.close();
}
await postgres.stop();
