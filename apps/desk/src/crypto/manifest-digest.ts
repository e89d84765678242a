/** The digest that names an application's envelope, checked for the own controller first. */
import { questionnaire } from "@tillit/application-case";
import { verify } from "@tillit/crypto-envelope";
import { api, valueOf } from "../api/api-client.ts";

/** SHA-256 of the signed manifest in hex. The fetch is logged by the server like any other. */
export async function manifestDigest(application: string, controller: string): Promise<string> {
  const sealed = api.desk.applications[":id"].envelope.$get({ param: { id: application } });
  const { manifest } = await valueOf(sealed);
  const { digest } = verify(manifest, {
    controller,
    purpose: "foster-care-application",
    schemas: [questionnaire.id],
  });
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
