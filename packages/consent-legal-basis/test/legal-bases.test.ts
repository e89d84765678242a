import { legalBases, type ProcessingActivity } from "@tillit/consent-legal-basis";
import { expect, it } from "vitest";
import { act } from "./national.ts";
import { casework, consentBasis, newsletter } from "./sample-activity.ts";

const swedish = (activity: ProcessingActivity): readonly string[] => legalBases(activity).map(({ sv }) => sv);

it("names the article, what it is called, and the provision behind it, for each basis and kind of data", () => {
  const [general, special, number] = legalBases(casework);
  expect(general?.sv).toMatch(
    /^artikel 6\.1 e i EU:s dataskyddsförordning \(GDPR\), uppgift av allmänt intresse eller myndighetsutövning: 6 § /,
  );
  expect(general?.en).toMatch(
    /^Article 6\(1\)\(e\) of the General Data Protection Regulation \(GDPR\), a task in the public interest .*: section 6 of /,
  );
  expect(special?.sv).toMatch(
    /^artikel 9\.2 h i EU:s dataskyddsförordning \(GDPR\), känsliga personuppgifter: 7 § .* och 8 § /,
  );
  expect(number?.sv).toMatch(/^person- och samordningsnummer: 7 § /);
  expect(legalBases(casework)).toHaveLength(3);
});

it.each<[ProcessingActivity["basis"], RegExp]>([
  [consentBasis(), /^artikel 6\.1 a .*, samtycke$/],
  [{ art6: "b", contract: "performance", subjectIsParty: true }, /^artikel 6\.1 b .*, avtal$/],
  [
    { art6: "b", contract: "pre-contract", subjectIsParty: true },
    /^artikel 6\.1 b .*, åtgärder på din begäran innan ett avtal ingås$/,
  ],
  [{ art6: "c", law: [act("6 §")] }, /^artikel 6\.1 c .*, rättslig förpliktelse: 6 §/],
  [{ art6: "d", whose: "other" }, /^artikel 6\.1 d .*, skydd av grundläggande intressen$/],
  [
    { art6: "f", interest: { sv: "att svara", en: "to answer" } },
    /^artikel 6\.1 f .*, intresseavvägning: att svara$/,
  ],
])("a basis in words %#", (basis, words) => {
  const { special: _s, nationalId: _n, ...plain } = casework;
  expect(swedish({ ...plain, basis })[0]).toMatch(words);
});

it("tells every further basis and the ground for data on offences", () => {
  const more: ProcessingActivity = {
    ...newsletter,
    alsoOn: [{ art6: "c", law: [act("6 §")] }],
    criminal: { art10: "official-authority", law: act("9 §") },
  };
  const told = swedish(more);
  expect(told.filter((line) => line.startsWith("artikel 6.1"))).toHaveLength(2);
  expect(
    told.some((line) =>
      line.startsWith("artikel 10 i EU:s dataskyddsförordning (GDPR), lagöverträdelser: 9 § "),
    ),
  ).toBe(true);
});
