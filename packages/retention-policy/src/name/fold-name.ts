/** Names as a person reads them: what is not seen, case and separators make no other name. */

const uncounted = /[\p{Z}\p{Cc}\p{Cf}\p{Pd}\p{Pc}\p{Default_Ignorable_Code_Point}\u2800.]+/gu;
const unseenEdge =
  /^[\p{Z}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]|[\p{Z}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]$/u;
const unseen = /^[\p{Z}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]*$/u;

/** The form in which names are compared: NFKC, one case, without invisible signs, spaces, hyphens, underscores, dots. */
export function foldName(name: string): string {
  const oneCase = name.normalize("NFKC").toUpperCase().toLowerCase();
  return oneCase.normalize("NFKC").replaceAll(uncounted, "");
}

/** Whether there is nothing to see in a text. */
export function isBlank(text: string): boolean {
  return !isPlainlySeen(text.charCodeAt(0)) && unseen.test(text);
}

function isPlainlySeen(code: number): boolean {
  return code > 0x20 && code < 0x7f;
}

/** Whether a text begins or ends with what cannot be seen: to a reader it is another text than to a program. */
export function isPadded(text: string): boolean {
  const plain = isPlainlySeen(text.charCodeAt(0)) && isPlainlySeen(text.charCodeAt(text.length - 1));
  return !plain && unseenEdge.test(text);
}
