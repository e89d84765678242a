/**
 * Whom an envelope must name. A case that came from another controller was sealed for that one, and is opened as such
 * only where this deployment trusts that controller's roots.
 */
import { fetchDeployment } from "@tillit/web-kit";
import type { CaseView } from "../api/wire.ts";
import { DeskError } from "./desk-error.ts";
import type { Expected } from "./open-application.ts";

/** Throws DeskError SENDER_UNKNOWN where nothing is pinned for the controller that the case came from. */
export async function expectedOf(
  { app, sealedFor }: Pick<CaseView, "app" | "sealedFor">,
  own: string,
): Promise<Expected> {
  if (sealedFor === undefined || sealedFor.id === own) return { app, controller: own };
  const { pins } = await fetchDeployment();
  if (pins[sealedFor.id] === undefined) throw new DeskError("SENDER_UNKNOWN");
  return { app, controller: sealedFor.id };
}
