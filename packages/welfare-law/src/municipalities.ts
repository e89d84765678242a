/** The municipalities of Sweden by the codes of Statistics Sweden, and the named sets that statutes speak of. */
import register from "../rules/se/municipalities.json" with { type: "json" };
import areas from "../rules/se/research-areas.json" with { type: "json" };

export interface Municipality {
  /** Four digits; the first two are the county. */
  readonly code: string;
  readonly name: string;
  readonly county: string;
  readonly countyName: string;
}

/** All 290 municipalities in order of code. */
export const municipalities: readonly Municipality[] = register.counties.flatMap((county) =>
  county.municipalities.map(({ code, name }) => ({
    code,
    name,
    county: county.code,
    countyName: county.name,
  })),
);

/** Municipality codes of a named set of `rules/se/research-areas.json`. */
export function municipalitySet(name: keyof typeof areas.sets): readonly string[] {
  const { counties, municipalities: single } = areas.sets[name];
  return municipalities
    .filter(({ code, county }) => counties.includes(county) || single.includes(code))
    .map(({ code }) => code);
}

/** The municipality with a code, or undefined. */
export function municipalityOf(code: string): Municipality | undefined {
  return municipalities.find((municipality) => municipality.code === code);
}
