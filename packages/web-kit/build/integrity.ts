/** Subresource integrity: the page names the hash of every script and style it loads at the start. */
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Plugin } from "vite";

const tag = /<(?:script|link)\b[^>]*\b(?:src|href)="(\/assets\/[^"]+)"[^>]*>/g;

/** A Vite plugin that writes `integrity` into the built index.html, from the files as they are on disk. */
export function integrity(): Plugin {
  return {
    name: "tillit-integrity",
    apply: "build",
    enforce: "post",
    async writeBundle({ dir }) {
      const folder = dir ?? "dist";
      const path = join(folder, "index.html");
      const html = await readFile(path, "utf8").catch(() => undefined);
      // The worker's own bundle has no page.
      if (html === undefined) return;
      let written = html;
      for (const [whole, address = ""] of html.matchAll(tag)) {
        const hash = createHash("sha384")
          .update(await readFile(join(folder, address)))
          .digest("base64");
        written = written.replace(whole, whole.replace(/>$/, ` integrity="sha384-${hash}">`));
      }
      await writeFile(path, written);
    },
  };
}
