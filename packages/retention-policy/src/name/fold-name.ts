/** Names as a person reads them: what is not seen, case and separators make no other name. */

const uncounted = /[\p{Z}\p{Cc}\p{Cf}\p{Pd}\p{Pc}\p{Default_Ignorable_Code_Point}\u2800.]+/gu;
const unseen = /^[\p{Z}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]*$/u;

/** The form in which names are compared: NFKC, one case, without invisible signs, spaces, hyphens, underscores, dots. */
export function foldName(name: string): string {
  const oneCase = name.normalize("NFKC").toUpperCase().toLowerCase();
  return oneCase.normalize("NFKC").replaceAll(uncounted, "");
}

/** Whether there is nothing to see in a text. */
export function isBlank(text: string): boolean {
  const first = text.charCodeAt(0);
  return !(first > 0x20 && first < 0x7f) && unseen.test(text);
}
