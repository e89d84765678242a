/** A request taken step by step, by the applicant and at the desk. */
import { Receipt } from "@tillit/crypto-envelope";
import { ownToken, type Harness, type Staff } from "./harness.ts";
import { requestWords, type SealedPackage } from "./sealing.ts";

export interface RequestDesk {
  readonly id: string;
  /** Seals words at the desk and gives their digest. */
  words(kind: string, text: string, staff: Staff): Promise<string>;
  give(command: object, staff: Staff): Promise<Response>;
  /** Gives a command that must be let through. */
  must(command: object, staff: Staff): Promise<{ readonly status: string }>;
  view(staff: Staff): Promise<Record<string, unknown>>;
}

export async function asApplicant(
  h: Harness,
  of: SealedPackage,
  method: string,
  path: string,
  body?: unknown,
): Promise<Response> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  return h.app.request(path, {
    method,
    headers: {
      authorization: `Bearer ${await ownToken(h, of)}`,
      ...(text === undefined
        ? {}
        : { "content-type": "application/json", "content-length": String(Buffer.byteLength(text)) }),
    },
    ...(text === undefined ? {} : { body: text }),
  });
}

/** What the desk does with a request that has come. */
export function deskOf(h: Harness, controller: string, of: SealedPackage, id: string): RequestDesk {
  const path = `/api/desk/requests/${id}`;
  const give: RequestDesk["give"] = (command, staff) => h.post(`${path}/commands`, command, staff);
  return {
    id,
    give,
    async must(command, staff) {
      const answer = await give(command, staff);
      const said = (await answer.json()) as { status: string };
      if (!answer.ok) throw new Error(`${JSON.stringify(command)}: ${JSON.stringify(said)}`);
      return said;
    },
    async words(kind, text, staff) {
      const receipt = Receipt.create(of.receipt.app);
      const words = await requestWords(text, {
        request: id,
        receipt,
        controller,
        to: h.keys[controller]?.keys,
      });
      const kept = await h.post(`${path}/words`, { kind, words }, staff);
      if (kept.status !== 201) throw new Error(await kept.text());
      return ((await kept.json()) as { digest: string }).digest;
    },
    view: async (staff) => (await (await h.get(path, staff)).json()) as Record<string, unknown>,
  };
}
