/** A sentence cut into clauses: at semicolons, dashes, and commas or conjunctions that begin a new one. */
export type Clause = { readonly start: number; readonly end: number };

const cut =
  /;\s+|\s[–—-]\s|,\s+(?=(?:och|men|samt|eller|utan|så|då|när|om|där|som|vilket|eftersom)(?![\p{L}]))|\s(?=(?:men|utan att|eftersom|medan)(?![\p{L}]))/giu;

/** Places of the clauses within the sentence, in order, without gaps. */
export function clausesOf(sentence: string): readonly Clause[] {
  const ends = [...sentence.matchAll(cut)].map((match) => match.index + match[0].length);
  return [0, ...ends].map((start, index) => ({ start, end: ends[index] ?? sentence.length }));
}
