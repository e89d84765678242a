import {
  covers,
  difference,
  everything,
  granted,
  intersection,
  nothing,
  type Scope,
  scopeOf,
  union,
  within,
} from "@tillit/consent-legal-basis";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const name = fc.constantFrom("a", "b", 'c","d', "d");
const triple = fc.record({ data: name, operation: name, purpose: name });
const scope: fc.Arbitrary<Scope> = fc
  .tuple(fc.array(triple, { maxLength: 5 }), fc.boolean())
  .map(([triples, all]) => (all ? difference(everything, scopeOf(triples)) : scopeOf(triples)));

describe("Scopes", () => {
  it("Union, intersection and difference cover what their names say", () => {
    fc.assert(
      fc.property(scope, scope, triple, (a, b, one) => {
        const inA = covers(a, one);
        const inB = covers(b, one);
        expect(covers(union(a, b), one)).toBe(inA || inB);
        expect(covers(intersection(a, b), one)).toBe(inA && inB);
        expect(covers(difference(a, b), one)).toBe(inA && !inB);
      }),
    );
  });

  it("Everything is not nothing, and nothing covers nothing", () => {
    fc.assert(
      fc.property(scope, triple, (a, one) => {
        expect([covers(everything, one), covers(nothing, one)]).toEqual([true, false]);
        expect(intersection(a, everything)).toEqual(a);
        expect(within(nothing, a) && within(a, everything)).toBe(true);
        expect(within(everything, nothing)).toBe(false);
      }),
    );
  });

  it("What is granted is never more than what was asked for, nor than what was given", () => {
    fc.assert(
      fc.property(scope, scope, (requested, given) => {
        const got = granted(requested, given);
        expect([within(got, requested), within(got, given)]).toEqual([true, true]);
      }),
    );
  });
});
