/** The applicant takes an application back, with a statement that only the receipt could sign. */
import { type Dsse } from "@tillit/crypto-envelope";
import { verifyWithdrawal } from "@tillit/crypto-envelope/node";
import { statementSubject } from "@tillit/crypto-envelope/statements";
import { createHash } from "node:crypto";
import { instant } from "../clock.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import { actOnApplication } from "../records/case-events.ts";
import { verifiedEnvelope } from "../envelopes/verified-envelopes.ts";

/** Needs no token: the statement proves itself. */
export async function withdrawApplication(deps: Deps, app: string, statement: Dsse): Promise<void> {
  const record = Buffer.from(statementSubject(statement)).toString("hex").slice(0, 32);
  const where = await deps.store.whereIs(record);
  if (where?.app !== app) throw new Problem("NOT_FOUND");
  await deps.store.write(where.controller, async (unit) => {
    const envelope = await unit.envelopes.get(record);
    if (envelope?.complete !== true) throw new Problem("NOT_FOUND");
    const verified = verifiedEnvelope(envelope);
    verifyWithdrawal(statement, verified);
    const digest = createHash("sha256").update(Buffer.from(statement.payload, "base64")).digest("base64url");
    const command = { type: "WithdrawApplication", at: instant(deps.clock()), statement: digest } as const;
    await actOnApplication(unit, record, command, { by: "applicant" });
  });
}
