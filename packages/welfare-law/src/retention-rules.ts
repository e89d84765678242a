/** The Swedish retention rules, assembled from the files a jurist reviews: one file per act, no code in any. */
import { parseRuleSet, type RuleSet } from "@tillit/retention-policy";
import applications from "../rules/se/applications.json" with { type: "json" };
import base from "../rules/se/base.json" with { type: "json" };
import bookkeeping from "../rules/se/bookkeeping.json" with { type: "json" };
import lss from "../rules/se/lss.json" with { type: "json" };
import patientRecords from "../rules/se/patient-records.json" with { type: "json" };
import plans from "../rules/se/plans.json" with { type: "json" };
import provider from "../rules/se/sol-private-provider.json" with { type: "json" };
import board from "../rules/se/sol-social-board.json" with { type: "json" };
import staff from "../rules/se/staff-register-check.json" with { type: "json" };
import requests from "../rules/se/subject-requests.json" with { type: "json" };
import { municipalities, municipalitySet } from "./municipalities.ts";

/** `valuesFrom` in base.json: the codes of municipalities.json and the areas of research-areas.json. */
const { municipality } = base.vocabulary;
const { title, cite } = base.sets["full-preservation"];

/**
 * Rule set `se/socialtjanst`: SoL, LSS, bokföringslagen, patientdatalagen, lagen om registerkontroll, plan rows,
 * applications that led to an assignment and data subjects' requests.
 * Supports every day from 2002-01-01.
 */
export const retentionRules: RuleSet = parseRuleSet({
  ...base,
  vocabulary: {
    ...base.vocabulary,
    municipality: {
      title: municipality.title,
      type: { kind: "enum", values: municipalities.map(({ code }) => code) },
    },
  },
  sets: { "full-preservation": { title, cite, values: municipalitySet("full-preservation") } },
  rules: [board, provider, lss, bookkeeping, patientRecords, staff, plans, applications, requests].flatMap(
    (file) => file.rules as unknown[],
  ),
});
