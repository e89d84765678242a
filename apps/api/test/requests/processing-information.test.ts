/** What an answer to access tells beside the data: whatever the tenant's own text calls the authority, and on what ground. */
import { profiles } from "@tillit/policy-profiles";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { freshDatabase } from "../setup/databases.ts";
import { harness, publicAuthority, type Harness } from "../setup/harness.ts";
import { askWithKeys } from "../setup/request-desk.ts";
import type { SealedPackage } from "../setup/sealing.ts";

type Text = { readonly sv: string; readonly en: string };
type Information = {
  readonly purposes: readonly { readonly purpose: Text; readonly basis: readonly Text[] }[];
  readonly complaint: Text;
  readonly transfers: readonly Text[];
};

describe.each(profiles.map((profile) => ({ id: profile.id, profile })))("an answer of $id", ({ profile }) => {
  let h: Harness;
  let one: SealedPackage;
  beforeEach(async () => {
    // The tenant of the harness has this organisation's register.
    const tenant = { ...profile, id: publicAuthority };
    h = await harness({ url: await freshDatabase("sqlite"), more: { profiles: [tenant] } });
    one = await h.submitted();
  });
  afterEach(() => h.close());

  const told = async (): Promise<Information> => {
    const request = await askWithKeys(h, one);
    const staff = await h.login("caseworker", publicAuthority);
    return (await (await h.get(`/api/desk/requests/${request}/information`, staff)).json()) as Information;
  };

  test("names the authority of the day, never a former one", async () => {
    const { complaint } = await told();
    expect(complaint.sv).toContain("Integritetsskyddsmyndigheten (IMY)");
    expect(complaint.en).toContain("Swedish Authority for Privacy Protection (IMY)");
    expect(JSON.stringify(complaint)).not.toContain("Datainspektionen");
    h.now = new Date("2020-06-01T08:00:00Z");
    expect((await told()).complaint.sv).toContain("Datainspektionen");
  });

  test("tells for each purpose the legal basis, with article and provision", async () => {
    const { purposes } = await told();
    expect(purposes.length).toBeGreaterThan(0);
    for (const { purpose, basis } of purposes) {
      expect(purpose.sv.length).toBeGreaterThan(0);
      expect(basis[0]?.sv).toMatch(/^artikel 6\.1 [a-f] i EU:s dataskyddsförordning \(GDPR\), \S/);
      expect(basis[0]?.en).toMatch(
        /^Article 6\(1\)\([a-f]\) of the General Data Protection Regulation \(GDPR\), \S/,
      );
      // What is sensitive, or an identity number, has a ground of its own.
      expect(basis.some(({ sv }) => sv.startsWith("artikel 9.2 "))).toBe(true);
    }
  });
});

test("an answer does not say that nothing leaves the EU where the register leaves the question open", async () => {
  const [profile] = profiles;
  const activities = (profile?.activities ?? []).map((activity) =>
    Object.assign({}, activity, { transfers: { assessed: false } as const }),
  );
  const h = await harness({
    url: await freshDatabase("sqlite"),
    more: { profiles: [Object.assign({}, profile, { id: publicAuthority, activities })] },
  });
  const request = await askWithKeys(h, await h.submitted());
  const staff = await h.login("caseworker", publicAuthority);
  const told = await (await h.get(`/api/desk/requests/${request}/information`, staff)).json();
  expect(told).toMatchObject({
    transfers: [{ sv: "Frågan är inte utredd.", en: "The question has not been settled." }],
  });
  await h.close();
});
