/** What differs between two rule sets as written: rules added, ended, changed, or only cited anew. */
import type { Rule, RuleSet, RuleVersion } from "../schema/rule-set.ts";

export type StructuralChange = {
  readonly rule: string;
  readonly version: string;
  readonly change:
    | "rule-added"
    | "rule-removed"
    | "version-added"
    | "version-removed"
    | "ended"
    | "changed"
    | "re-cited";
};

const substance = (version: RuleVersion): string =>
  JSON.stringify([version.when, version.effect, version.transition?.selectBy, version.transition?.notBefore]);
const sources = (version: RuleVersion): string => JSON.stringify([version.cite, version.grade]);

function versionChanges(before: Rule, after: Rule): StructuralChange[] {
  const old = new Map(before.versions.map((version) => [version.inForce.from, version]));
  const changes: StructuralChange[] = [];
  for (const version of after.versions) {
    const { from } = version.inForce;
    const same = old.get(from);
    old.delete(from);
    if (same === undefined) {
      const predecessor = before.versions.find(
        ({ inForce }) => inForce.from < from && (inForce.until === undefined || inForce.until >= from),
      );
      const change =
        predecessor !== undefined && substance(predecessor) === substance(version)
          ? "re-cited"
          : "version-added";
      changes.push({ rule: after.id, version: from, change });
    } else if (substance(same) !== substance(version))
      changes.push({ rule: after.id, version: from, change: "changed" });
    else if (sources(same) !== sources(version))
      changes.push({ rule: after.id, version: from, change: "re-cited" });
    else if (same.inForce.until !== version.inForce.until)
      changes.push({ rule: after.id, version: from, change: "ended" });
  }
  for (const from of old.keys()) changes.push({ rule: before.id, version: from, change: "version-removed" });
  if (JSON.stringify(before.exceptTo ?? []) !== JSON.stringify(after.exceptTo ?? []))
    changes.push({ rule: after.id, version: after.versions[0]?.inForce.from ?? "", change: "changed" });
  return changes;
}

export function structuralDiff(before: RuleSet, after: RuleSet): StructuralChange[] {
  const old = new Map(before.rules.map((rule) => [rule.id, rule]));
  const changes = after.rules.flatMap((rule) => {
    const same = old.get(rule.id);
    old.delete(rule.id);
    if (same !== undefined) return versionChanges(same, rule);
    return [{ rule: rule.id, version: rule.versions[0]?.inForce.from ?? "", change: "rule-added" as const }];
  });
  for (const [id, rule] of old)
    changes.push({ rule: id, version: rule.versions[0]?.inForce.from ?? "", change: "rule-removed" });
  return changes;
}
