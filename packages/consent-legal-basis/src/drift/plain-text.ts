/** Plain text of what was published, whatever it came as: HTML, Markdown or text. */

const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  nbsp: " ",
  aring: "å",
  auml: "ä",
  ouml: "ö",
  Aring: "Å",
  Auml: "Ä",
  Ouml: "Ö",
};

export function plainText(published: string): string {
  return /<(?:html|body|main|p|h\d|div|section|ul|dl)[\s>]/iu.test(published)
    ? fromHtml(published)
    : fromMarkdown(published);
}

function fromHtml(html: string): string {
  return html
    .replace(/<(script|style|head)[\s>][\s\S]*?<\/\1>/giu, "")
    .replace(/<\/?(?:p|h\d|dt|dd|dl|ul|ol|li|tr|table|div|section|main|br|title)[^>]*>/giu, "\n")
    .replace(/<[^>]+>/gu, "")
    .replace(/&#(\d{1,8});/gu, (whole, code: string) => character(Number(code)) ?? whole)
    .replace(/&#x([\da-f]{1,6});/giu, (whole, code: string) => character(Number.parseInt(code, 16)) ?? whole)
    .replace(/&([A-Za-z]+);/gu, (whole, name: string) => named[name] ?? whole);
}

function character(code: number): string | undefined {
  return code <= 0x10_ff_ff ? String.fromCodePoint(code) : undefined;
}

function fromMarkdown(text: string): string {
  return text
    .replace(/^\s*#{1,6}\s+/gmu, "")
    .replace(/^\s*[-*+]\s+\*\*(.+?)\*\*:?\s*/gmu, "$1\n")
    .replace(/(?<!\\)\*\*/gu, "")
    .replace(/^\s*\|(.*)\|\s*$/gmu, "$1")
    .replace(/\\([\\`*_{}[\]<>#|])/gu, "$1");
}
