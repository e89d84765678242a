/** An application that has been declined: what disposal and everything around it begins with. */
import type { Harness } from "./harness.ts";
import { sealedWords, type SealedPackage } from "./sealing.ts";

export async function closedCase(h: Harness, controller: string): Promise<SealedPackage> {
  const made = await h.submitted(controller);
  const staff = await h.login("caseworker", controller);
  await h.get(`/api/desk/applications/${made.record}/envelope`, staff);
  for (const [kind, outcome] of [
    ["assessment", "decline"],
    ["decision", "declined"],
  ] as const) {
    const to = h.keys[controller]?.keys;
    const words = await sealedWords(kind, { controller, to, app: made.receipt.app });
    await h.post(`/api/desk/applications/${made.record}/${kind}`, { outcome, words }, staff);
  }
  return made;
}

/** A disposal list of all that is due, approved and cooled off; returns its id. The clock stands after it. */
export async function approvedList(h: Harness, controller: string, day = "2029-01-15"): Promise<string> {
  h.now = new Date(`${day}T10:00:00Z`);
  const made = await h.post("/api/desk/disposals", {}, await h.login("caseworker", controller));
  const { id } = (await made.json()) as { id: string };
  const approver = await h.login("decision-maker", controller);
  await h.post(`/api/desk/disposals/${id}/review`, { type: "Approve" }, approver);
  h.now = new Date(h.now.getTime() + 8 * 86_400_000);
  return id;
}
