import type { Tree } from "@tillit/merkle-tree";
import type { Kysely } from "kysely";
import type { Engine } from "../engine.ts";
import { StoreError } from "../errors.ts";
import {
  grow,
  nodeIn,
  readEntry,
  readPeaks,
  withNode,
  writeEntry,
  writeNodes,
  writePeaks,
} from "./entries.ts";
import type { EventLog, StoredEvent } from "../store.ts";
import type { Tables } from "../schema/tables.ts";

/** The append-only log of one controller. An entry's canonical text is the leaf; row and leaf commit together. */
export function eventLogOf(db: Kysely<Tables>, engine: Engine, controller: string): EventLog {
  /** The head row is the lock: on PostgreSQL two writers of one controller queue here. */
  const head = async (): Promise<{ tree: Tree; numbers: number }> => {
    const query = db
      .selectFrom("chain_heads")
      .select(["size", "peaks", "numbers"])
      .where("controller", "=", controller);
    const locked = engine === "postgres" ? query.forUpdate() : query;
    let row = await locked.executeTakeFirst();
    if (row === undefined) {
      await db
        .insertInto("chain_heads")
        .values({ controller, size: 0, peaks: "", numbers: 0 })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      row = await locked.executeTakeFirstOrThrow();
    }
    return { tree: { size: row.size, peaks: readPeaks(row.peaks) }, numbers: row.numbers };
  };
  const versionOf = async (stream: string): Promise<number> => {
    const row = await db
      .selectFrom("events")
      .select("version")
      .where("controller", "=", controller)
      .where("stream", "=", stream)
      .orderBy("version", "desc")
      .limit(1)
      .executeTakeFirst();
    return row?.version ?? 0;
  };
  const node = async (level: number, index: number): Promise<Uint8Array | undefined> => {
    const row = await db
      .selectFrom("events")
      .select("nodes")
      .where("controller", "=", controller)
      .where("seq", "=", withNode(level, index))
      .executeTakeFirst();
    return row && nodeIn(row.nodes, level);
  };
  return {
    async load(stream) {
      const rows = await db
        .selectFrom("events")
        .select(["seq", "entry"])
        .where("controller", "=", controller)
        .where("stream", "=", stream)
        .orderBy("version")
        .execute();
      return rows.map((row) => readEntry(row.seq, row.entry));
    },
    async append(stream, expected, events) {
      if (events.length === 0) return [];
      const { tree: before } = await head();
      const version = await versionOf(stream);
      if (expected !== "any" && expected !== version) {
        throw new StoreError("STORE_VERSION_CONFLICT", "The stream has moved on since it was read.");
      }
      const stored = events.map((event, n): StoredEvent => ({
        ...event,
        data: { ...event.data },
        seq: before.size + n,
        stream,
        version: version + n + 1,
      }));
      let tree = before;
      const rows = stored.map((event) => {
        const entry = writeEntry(controller, event);
        const appended = grow(tree, entry);
        ({ tree } = appended);
        const { seq, type, at } = event;
        return {
          controller,
          seq,
          stream,
          version: event.version,
          type,
          at,
          entry,
          nodes: writeNodes(appended.nodes),
        };
      });
      await db.insertInto("events").values(rows).execute();
      await db
        .updateTable("chain_heads")
        .set({ size: tree.size, peaks: writePeaks(tree.peaks) })
        .where("controller", "=", controller)
        .execute();
      return stored;
    },
    entries(from, limit) {
      return db
        .selectFrom("events")
        .select(["seq", "entry"])
        .where("controller", "=", controller)
        .where("seq", ">=", from)
        .orderBy("seq")
        .limit(limit)
        .execute();
    },
    async streams(prefix) {
      const rows = await db
        .selectFrom("events")
        .select("stream")
        .where("controller", "=", controller)
        .where("version", "=", 1)
        .where("stream", ">=", prefix)
        .where("stream", "<", `${prefix}\uffff`)
        .orderBy("stream")
        .execute();
      return rows.map(({ stream }) => stream);
    },
    async size() {
      const row = await db
        .selectFrom("chain_heads")
        .select("size")
        .where("controller", "=", controller)
        .executeTakeFirst();
      return row?.size ?? 0;
    },
    node,
    async nextNumber() {
      const { numbers } = await head();
      await db
        .updateTable("chain_heads")
        .set({ numbers: numbers + 1 })
        .where("controller", "=", controller)
        .execute();
      return numbers + 1;
    },
    async putCheckpoint({ size, note, at }) {
      await db
        .insertInto("checkpoints")
        .values({ controller, size, note, at })
        .onConflict((conflict) => conflict.columns(["controller", "size"]).doUpdateSet({ note, at }))
        .execute();
    },
    checkpoint() {
      return db
        .selectFrom("checkpoints")
        .select(["size", "note", "at"])
        .where("controller", "=", controller)
        .orderBy("size", "desc")
        .limit(1)
        .executeTakeFirst();
    },
  };
}
