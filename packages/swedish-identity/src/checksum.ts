/** The check digit of folkbokföringslag (1991:481) 18 §: weights 2 and 1 in turn, digit sums, modulus 10. */

/** @param digits - the ten digits `YYMMDDNNNN`, the last of which is the check digit */
export function hasRightCheckDigit(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const weighted = (digits.charCodeAt(index) - 48) * (index % 2 === 0 ? 2 : 1);
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0;
}
