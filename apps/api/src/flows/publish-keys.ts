/** The key custodian publishes the next key document: signed by the same roots, newer, with a key that works now. */
import { fromBase64Url, verifyKeyDocument, type Dsse } from "@tillit/crypto-envelope";
import { activityOf } from "../activities.ts";
import { instant } from "../clock.ts";
import type { Deps } from "../deps.ts";
import type { Session } from "../identity/session.ts";
import { Problem } from "../problem.ts";
import { staffName } from "./staff-name.ts";

/** Browsers hold pins of their own; this keeps a lone operator account from changing keys unseen: it is in the log. */
export async function publishKeys(deps: Deps, staff: Session, document: Dsse) {
  const controller = await deps.store.controller(staff.controller);
  const current = (await deps.store.keyDocument(staff.controller)) as Dsse | undefined;
  if (controller === undefined || current === undefined) throw new Problem("NOT_FOUND");
  const at = instant(deps.clock());
  const roots = current.signatures.map(({ keyid }) => fromBase64Url(keyid, 32));
  const { seq: last } = JSON.parse(Buffer.from(current.payload, "base64").toString()) as { seq: number };
  const { seq, digest } = verifyKeyDocument(document, {
    roots,
    threshold: roots.length,
    minSeq: last + 1,
    controller: controller.id,
    now: at,
  });
  await deps.store.write(controller.id, async (unit) => {
    await unit.log.append(`keys/${controller.id}`, "any", [
      {
        type: "KeysPublished",
        at,
        by: staffName(staff),
        activity: activityOf(controller.id),
        data: { seq, digest: Buffer.from(digest).toString("base64url") },
      },
    ]);
  });
  await deps.store.putController(controller, { seq, document, at });
  return { seq };
}
