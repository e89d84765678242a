/** Finds a planted text in bytes, in every dress a careless program might store or send it in. */

function base64Cores(bytes: Buffer): string[] {
  // A text inside a longer base64 stream can start at any of three offsets; its outer characters mix with neighbours.
  return [0, 1, 2].map((offset) => {
    const shifted = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString("base64")
      .replace(/=+$/, "");
    const head = offset === 0 ? 0 : offset + 1;
    const tail = (bytes.length + offset) % 3 === 0 ? 0 : 1;
    return shifted.slice(head, shifted.length - tail);
  });
}

/** All the dresses of one canary: UTF-8, Latin-1, UTF-16, JSON and URL escapes, hex, base64 and base64url. */
export function dresses(text: string): Map<string, Buffer> {
  const utf8 = Buffer.from(text, "utf8");
  const found = new Map<string, Buffer>([
    ["utf-8", utf8],
    ["latin-1", Buffer.from(text, "latin1")],
    ["utf-16", Buffer.from(text, "utf16le")],
    ["url", Buffer.from(encodeURIComponent(text))],
    ["url-plus", Buffer.from(new URLSearchParams({ t: text }).toString().slice(2))],
    [
      "json-escape",
      Buffer.from(
        text.replace(/[^\x20-\x7e]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`),
      ),
    ],
    ["hex", Buffer.from(utf8.toString("hex"))],
    ["HEX", Buffer.from(utf8.toString("hex").toUpperCase())],
  ]);
  if (utf8.length >= 6) {
    base64Cores(utf8).forEach((core, offset) => {
      found.set(`base64+${offset}`, Buffer.from(core));
      found.set(`base64url+${offset}`, Buffer.from(core.replaceAll("+", "-").replaceAll("/", "_")));
    });
  }
  return found;
}

export interface Hit {
  readonly place: string;
  readonly canary: string;
  readonly dress: string;
}

/** Every place where any canary occurs in any dress. */
export function sweep(places: ReadonlyMap<string, Buffer>, canaries: readonly (string | Buffer)[]): Hit[] {
  const hits: Hit[] = [];
  for (const canary of canaries) {
    const name = typeof canary === "string" ? canary : `bytes ${canary.subarray(0, 4).toString("hex")}…`;
    const forms = typeof canary === "string" ? dresses(canary) : new Map([["raw", canary]]);
    for (const [dress, bytes] of forms) {
      for (const [place, content] of places) {
        if (content.includes(bytes)) hits.push({ place, canary: name, dress });
      }
    }
  }
  return hits;
}
