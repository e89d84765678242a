/**
 * Which right follows from which basis, by the regulation alone: three-valued, with the reason. The marks are
 * those of Art. 7(3), 12–22 and 77; what a country takes away or adds comes on top (override.ts).
 */
import type { Localized } from "@tillit/law-reference";
import type { Art6Letter } from "../activity/basis.ts";
import type { Right, Verdict } from "./right.ts";

export type BaseCell = {
  readonly verdict: Verdict;
  readonly articles: readonly string[];
  readonly reason: Localized;
  readonly condition?: Localized;
};

function applies(articles: readonly string[], sv: string, en: string): BaseCell {
  return { verdict: "applies", articles, reason: { sv, en } };
}

function excluded(articles: readonly string[], sv: string, en: string): BaseCell {
  return { verdict: "excluded", articles, reason: { sv, en } };
}

function given(cell: BaseCell, sv: string, en: string): BaseCell {
  return { ...cell, condition: { sv, en } };
}

function onlyIf(articles: readonly string[], reason: Localized, condition: Localized): BaseCell {
  return { verdict: "conditional", articles, reason, condition };
}

function everywhere(cell: BaseCell): Readonly<Record<Art6Letter, BaseCell>> {
  return { a: cell, b: cell, c: cell, d: cell, e: cell, f: cell };
}

const erasureNeeded = excluded(
  ["17(3)(b)"],
  "Uppgifterna behövs för en laglig skyldighet eller en uppgift av allmänt intresse.",
  "The data are needed for a legal obligation or a task in the public interest.",
);

const portability = given(
  applies(
    ["20(1)"],
    "Behandlingen bygger på samtycke eller avtal.",
    "The processing rests on consent or contract.",
  ),
  "Det gäller uppgifter som du själv har lämnat och som behandlas automatiserat.",
  "This covers data that you provided yourself and that are processed by automated means.",
);

const noPortability = excluded(
  ["20(1)", "20(3)"],
  "Rätten gäller bara när grunden är samtycke eller avtal.",
  "The right applies only where the basis is consent or contract.",
);

const noObjection = excluded(
  ["21(1)"],
  "Rätten gäller bara när grunden är allmänt intresse eller berättigat intresse.",
  "The right applies only where the basis is a public task or legitimate interests.",
);

const objection = given(
  applies(
    ["21(1)"],
    "Grunden är en intresseavvägning eller en allmän uppgift.",
    "The basis is a balance of interests or a public task.",
  ),
  "Du anger skäl som rör just din situation; behandlingen upphör om inte tvingande skäl väger tyngre.",
  "You give grounds relating to your situation; processing stops unless compelling grounds override.",
);

const noWithdrawal = excluded(
  ["7(3)"],
  "Det finns inget samtycke att återkalla.",
  "There is no consent to withdraw.",
);

const notAutomated = applies(
  ["22(1)"],
  "Ett beslut med stor betydelse får inte vara enbart automatiskt.",
  "A decision with significant effect may not be solely automated.",
);

export const baseMatrix: Readonly<Record<Right, Readonly<Record<Art6Letter, BaseCell>>>> = {
  inform: everywhere(
    applies(
      ["13", "14"],
      "Du ska få veta hur dina uppgifter används.",
      "You must be told how your data are used.",
    ),
  ),
  access: everywhere(
    given(
      applies(
        ["15(1)", "15(3)"],
        "Du får veta om dina uppgifter behandlas och få en kopia.",
        "You learn whether your data are processed and get a copy.",
      ),
      "Andras uppgifter kan maskeras.",
      "Other people's data may be masked.",
    ),
  ),
  rectification: everywhere(
    applies(
      ["16"],
      "Felaktiga uppgifter ska rättas och ofullständiga kompletteras.",
      "Inaccurate data are corrected and incomplete data completed.",
    ),
  ),
  erasure: {
    a: given(
      applies(["17(1)(b)"], "Du kan återkalla samtycket.", "You can withdraw the consent."),
      "Det gäller när ingen annan rättslig grund finns.",
      "This applies where there is no other legal ground.",
    ),
    b: onlyIf(
      ["17(1)(a)"],
      { sv: "Uppgifterna behövs för avtalet.", en: "The data are needed for the contract." },
      { sv: "De raderas när de inte längre behövs.", en: "They are erased once they are no longer needed." },
    ),
    c: erasureNeeded,
    d: onlyIf(
      ["17(1)(a)"],
      { sv: "Uppgifterna skyddar någons liv.", en: "The data protect someone's life." },
      { sv: "De raderas när de inte längre behövs.", en: "They are erased once they are no longer needed." },
    ),
    e: erasureNeeded,
    f: onlyIf(
      ["17(1)(c)", "21(1)"],
      { sv: "Grunden är en intresseavvägning.", en: "The basis is a balance of interests." },
      {
        sv: "De raderas när du har invänt och inga tvingande skäl väger tyngre.",
        en: "They are erased once you have objected and no compelling grounds override.",
      },
    ),
  },
  restriction: everywhere(
    given(
      applies(
        ["18(1)"],
        "Användningen kan begränsas medan en fråga utreds.",
        "Use can be restricted while a question is settled.",
      ),
      "Det gäller när du bestrider att uppgifterna är riktiga, behandlingen är olaglig, du behöver dem för ett rättsligt anspråk eller din invändning prövas.",
      "This applies where you contest accuracy, the processing is unlawful, you need the data for a claim, or your objection is pending.",
    ),
  ),
  notification: everywhere(
    onlyIf(
      ["19"],
      {
        sv: "De som har fått uppgifterna ska få veta om rättelse, radering och begränsning.",
        en: "Those who received the data are told of rectification, erasure and restriction.",
      },
      {
        sv: "Det gäller när något har rättats, raderats eller begränsats.",
        en: "This applies where something has been rectified, erased or restricted.",
      },
    ),
  ),
  portability: {
    a: portability,
    b: portability,
    c: noPortability,
    d: noPortability,
    e: noPortability,
    f: noPortability,
  },
  object: { a: noObjection, b: noObjection, c: noObjection, d: noObjection, e: objection, f: objection },
  "object-marketing": everywhere(
    applies(
      ["21(2)", "21(3)"],
      "Du kan alltid säga nej till direkt marknadsföring.",
      "You can always say no to direct marketing.",
    ),
  ),
  "not-automated": {
    a: given(
      notAutomated,
      "Undantag görs bara med ditt uttryckliga samtycke.",
      "Exceptions are made only with your explicit consent.",
    ),
    b: given(
      notAutomated,
      "Undantag görs bara när det är nödvändigt för avtalet.",
      "Exceptions are made only where necessary for the contract.",
    ),
    c: given(
      notAutomated,
      "Undantag görs bara med stöd i lag.",
      "Exceptions are made only with support in law.",
    ),
    d: notAutomated,
    e: given(
      notAutomated,
      "Undantag görs bara med stöd i lag.",
      "Exceptions are made only with support in law.",
    ),
    f: notAutomated,
  },
  withdraw: {
    a: applies(
      ["7(3)"],
      "Du kan när som helst återkalla ditt samtycke; det som redan är gjort påverkas inte.",
      "You can withdraw your consent at any time; what was done before stays lawful.",
    ),
    b: noWithdrawal,
    c: noWithdrawal,
    d: noWithdrawal,
    e: noWithdrawal,
    f: noWithdrawal,
  },
  complain: everywhere(
    applies(
      ["77(1)", "79(1)"],
      "Du kan klaga hos tillsynsmyndigheten och gå till domstol.",
      "You can complain to the supervisory authority and go to court.",
    ),
  ),
};
