/** That a part of an application is gone: noted so that the applicant, and nobody else, can be told. */
import { createHash } from "node:crypto";
import type { Deps } from "../deps.ts";
import type { Unit } from "@tillit/record-store";

/** Who knows application and applicant key knows the tag; the tag gives away neither. */
function tagOf(app: string, key: string): string {
  return createHash("sha256")
    .update("tillit/disposed\0")
    .update(app)
    .update("\0")
    .update(key)
    .digest("base64url");
}

/** Before the record is destroyed, since afterwards nothing says whose it was. */
export async function rememberDisposed(
  unit: Unit,
  { record, on, how, rule }: { record: string; on: string; how: "gone" | "transferred"; rule: string },
): Promise<void> {
  const envelope = await unit.envelopes.get(record);
  if (envelope === undefined) return;
  await unit.noteDisposed({ tag: tagOf(envelope.app, envelope.applicant), on, how, rule });
}

export async function disposedPartsOf(
  { store }: Pick<Deps, "store">,
  { app, key }: { readonly app: string; readonly key: string },
) {
  const parts = await store.disposedParts(tagOf(app, key));
  if (parts.length === 0) return [];
  const names = new Map((await store.controllers()).map(({ id, name }) => [id, name]));
  return parts.map(({ controller, on, how, rule }) => ({
    controller,
    controllerName: names.get(controller) ?? "",
    on,
    how,
    rule,
  }));
}
