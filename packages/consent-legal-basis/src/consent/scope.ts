/**
 * What a permission covers: triples of data category, operation and purpose. A scope is either some triples or
 * all but some; the empty scope is nothing and never means "everything".
 */

export type ScopeTriple = { readonly data: string; readonly operation: string; readonly purpose: string };

export type Scope =
  | { readonly kind: "some"; readonly triples: ReadonlySet<string> }
  | { readonly kind: "all-but"; readonly triples: ReadonlySet<string> };

export const nothing: Scope = { kind: "some", triples: new Set() };
export const everything: Scope = { kind: "all-but", triples: new Set() };

/** One key per triple; the parts are quoted, so that no two triples share a key. */
function keyOf({ data, operation, purpose }: ScopeTriple): string {
  return JSON.stringify([data, operation, purpose]);
}

export function scopeOf(triples: readonly ScopeTriple[]): Scope {
  return { kind: "some", triples: new Set(triples.map(keyOf)) };
}

export function covers(scope: Scope, triple: ScopeTriple): boolean {
  return scope.triples.has(keyOf(triple)) === (scope.kind === "some");
}

function complement(scope: Scope): Scope {
  return { kind: scope.kind === "some" ? "all-but" : "some", triples: scope.triples };
}

export function intersection(a: Scope, b: Scope): Scope {
  if (a.kind === "some") {
    return {
      kind: "some",
      triples: new Set([...a.triples].filter((key) => b.triples.has(key) === (b.kind === "some"))),
    };
  }
  if (b.kind === "some") return intersection(b, a);
  return { kind: "all-but", triples: new Set([...a.triples, ...b.triples]) };
}

export function union(a: Scope, b: Scope): Scope {
  return complement(intersection(complement(a), complement(b)));
}

export function difference(a: Scope, b: Scope): Scope {
  return intersection(a, complement(b));
}

export function within(inner: Scope, outer: Scope): boolean {
  const beyond = difference(inner, outer);
  return beyond.kind === "some" && beyond.triples.size === 0;
}

/** What was granted of what was asked for: never more than was asked. */
export function granted(requested: Scope, given: Scope): Scope {
  return intersection(requested, given);
}
