/** An envelope that is to be overwritten stays whole until all of the new one is written. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { purpose, sealingPlace } from "./sealing-place.ts";
import { tillitHere } from "../tillit.ts";

const place = sealingPlace();
const { at, sealing } = place;

beforeAll(async () => {
  writeFileSync(at("old.json"), '{"name":"Åsa Öst"}');
  writeFileSync(at("new.json"), '{"name":"Bo Väst"}');
  await place.makeKeys();
}, 30_000);
afterAll(() => {
  place[Symbol.dispose]();
});

describe("seal --force that cannot write all of it", () => {
  const files = ["blobs/contact.bin", "blobs/health.bin", "keyring.json", "manifest.json"];

  beforeEach(async () => {
    rmSync(at("sealed"), { recursive: true, force: true });
    rmSync(at("receipt.txt"), { force: true });
    const two = [`contact=${at("old.json")}`, `health=${at("old.json")}`];
    expect((await tillitHere(sealing("sealed", "receipt.txt", ...two))).code).toBe(0);
  });

  it.each(["sealed/manifest.json", "sealed/keyring.json", "sealed/blobs/contact.bin", "receipt.txt"])(
    "leaves the old envelope, which its old receipt opens: %s",
    async (name) => {
      const receipt = readFileSync(at("receipt.txt"), "utf8");
      // Where the part is to be written something is already.
      writeFileSync(`${at(name)}.${process.pid}.part`, "");
      const refused = await tillitHere([
        ...sealing("sealed", "receipt.txt", `contact=${at("new.json")}`),
        "--force",
      ]);
      expect(refused).toMatchObject({ code: 4, stdout: "" });
      expect(readFileSync(at("receipt.txt"), "utf8")).toBe(receipt);
      const found = readdirSync(at("sealed"), { recursive: true, encoding: "utf8" });
      expect(found.filter((file) => file !== "blobs").toSorted()).toEqual(files);
      const open = ["envelope", "open", at("sealed"), ...purpose, "--receipt", at("receipt.txt")];
      for (const section of ["contact", "health"]) {
        expect(await tillitHere([...open, "--section", section])).toEqual({
          code: 0,
          stdout: '{"name":"Åsa Öst"}',
          stderr: "",
        });
      }
    },
  );
});

describe("seal that fails", () => {
  const failing = (name: string): string[] => sealing(name, "no/none.txt", `a=${at("old.json")}`);

  it("removes the folders it has made", async () => {
    expect((await tillitHere(failing("made/here"))).code).toBe(2);
    expect(existsSync(at("made"))).toBe(false);
  });

  it("keeps the folders that were there, though they are empty", async () => {
    mkdirSync(at("mine"));
    expect((await tillitHere(failing("mine"))).code).toBe(2);
    expect(readdirSync(at("mine"))).toEqual([]);
    mkdirSync(at("ours", "blobs"), { recursive: true });
    expect((await tillitHere(failing("ours"))).code).toBe(2);
    expect(readdirSync(at("ours"))).toEqual(["blobs"]);
  });
});
