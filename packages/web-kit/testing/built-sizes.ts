/** What a built app costs to load, compressed, as the budgets count it. */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

export interface BuiltSizes {
  /** Scripts that the page names itself. */
  readonly initial: number;
  readonly css: number;
  /** Every other script by name without its hash. */
  readonly lazy: Readonly<Record<string, number>>;
  readonly html: string;
}

/** Compressed bytes of a built folder. */
export async function builtSizes(folder: string): Promise<BuiltSizes> {
  const html = await readFile(join(folder, "index.html"), "utf8");
  const lazy: Record<string, number> = {};
  let initial = 0;
  let css = 0;
  for (const name of await readdir(join(folder, "assets"))) {
    if (name.endsWith(".map")) continue;
    const size = gzipSync(await readFile(join(folder, "assets", name))).length;
    if (name.endsWith(".css")) css += size;
    else if (html.includes(name)) initial += size;
    else {
      const plain = name.replace(/-[\w-]{8}\.js$/, "");
      lazy[plain] = Math.max(size, lazy[plain] ?? 0);
    }
  }
  return { initial, css, lazy, html };
}

/** The scripts and styles that the page names without, or with another, hash than theirs; and how many it names. */
export async function withoutIntegrity(
  folder: string,
  html: string,
): Promise<{ readonly named: number; readonly wrong: readonly string[] }> {
  const tags = [...html.matchAll(/<(?:script|link)\b[^>]*"(\/assets\/[^"]+)"[^>]*>/g)];
  const wrong: string[] = [];
  for (const [tag, address = ""] of tags) {
    const hash = createHash("sha384")
      .update(await readFile(join(folder, address)))
      .digest("base64");
    if (!tag.includes(`integrity="sha384-${hash}"`)) wrong.push(address);
  }
  return { named: tags.length, wrong };
}
