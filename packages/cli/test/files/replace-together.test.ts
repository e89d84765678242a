/** What stands on the disk when several files are to be replaced and one of them cannot be. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { keepTogether } from "../../src/files/replace-together.ts";
import { folder } from "../tillit.ts";

/** A folder with old files, and parts of new ones. */
function placed(old: readonly string[], parts: readonly string[]) {
  const place = folder();
  const at = (name: string): string => join(place.path, name);
  for (const name of old) writeFileSync(at(name), `old ${name}`);
  for (const name of parts) writeFileSync(at(`${name}.part`), `new ${name}`);
  const part = (name: string) => ({ file: at(name), path: at(`${name}.part`) });
  const files = (): Record<string, string> =>
    Object.fromEntries(
      readdirSync(place.path, { withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.endsWith(".part"))
        .map(({ name }) => [name, readFileSync(at(name), "utf8")]),
    );
  return { at, part, files, [Symbol.dispose]: place[Symbol.dispose] };
}

it("replaces all that have a name, removes what else is old, and leaves nothing beside them", async () => {
  using place = placed(["a", "b", "gone"], ["a", "b", "c"]);
  await keepTogether(["a", "b", "c"].map(place.part), [place.at("gone")], { force: true });
  expect(place.files()).toEqual({ a: "new a", b: "new b", c: "new c" });
});

it("leaves every old file as it was where a part is missing", async () => {
  using place = placed(["a", "b", "gone"], ["a"]);
  const parts = ["a", "b"].map(place.part);
  await expect(keepTogether(parts, [place.at("gone")], { force: true })).rejects.toThrow();
  expect(place.files()).toEqual({ a: "old a", b: "old b", gone: "old gone" });
});

it("puts the old files back where a name cannot be given", async () => {
  using place = placed(["a", "gone"], ["a"]);
  writeFileSync(place.at("x.part"), "new x");
  const parts = [place.part("a"), { file: place.at("no-folder/x"), path: place.at("x.part") }];
  await expect(keepTogether(parts, [place.at("gone")], { force: true })).rejects.toThrow();
  expect(place.files()).toEqual({ a: "old a", gone: "old gone" });
});

it("takes no name that is taken without force, and keeps none of the others", async () => {
  using place = placed(["b"], ["a", "b"]);
  await expect(keepTogether(["a", "b"].map(place.part), [], { force: false })).rejects.toMatchObject({
    code: "EEXIST",
  });
  expect(place.files()).toEqual({ b: "old b" });
});

it("replaces no folder", async () => {
  using place = placed(["a"], ["a", "b"]);
  mkdirSync(place.at("b"));
  await expect(keepTogether(["a", "b"].map(place.part), [], { force: true })).rejects.toMatchObject({
    code: "FILE_IS_FOLDER",
  });
  expect(place.files()).toEqual({ a: "old a" });
});
