/** Finds a receipt's key in what was pasted or in a saved receipt file; undefined when there is none. */
export function findReceipt(text: string): string | undefined {
  // A key that was broken over lines is put together again; a file has it whole.
  const whole = /cenv1r\.[\w-]{70}/.exec(text)?.[0];
  return whole ?? /cenv1r\.[\w-]{70}/.exec(text.replaceAll(/\s+/g, ""))?.[0];
}
