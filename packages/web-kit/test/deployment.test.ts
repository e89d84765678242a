/** The settings of a site are written by hand: what is wrong in them is refused when they are read, never passed over. */
import { afterEach, describe, expect, it, vi } from "vitest";
import { toBase64Url } from "@tillit/crypto-envelope";
import { generateRoot } from "@tillit/crypto-envelope/directory";
import { fetchDeployment } from "../src/deployment/fetch-deployment.ts";
import { type Deployment, parseDeployment } from "../src/deployment/parse-deployment.ts";
import { fakeKeyLog } from "../testing/fake-key-log.ts";

const { verifier } = fakeKeyLog();
const [a, b] = [generateRoot(), generateRoot()].map(({ publicKey }) => toBase64Url(publicKey));
const pins = { "ifo-namnd": { roots: [a], threshold: 1 } };
const right = {
  operator: "Kommunen",
  pins,
  logKeys: { "~keys": [verifier] },
  myPages: "https://mina.example/",
};

async function codeOf(value: unknown): Promise<string> {
  const found = await parseDeployment(value);
  return typeof found === "string" ? found : "taken";
}

async function settings(value: unknown): Promise<Deployment> {
  const found = await parseDeployment(value);
  if (typeof found === "string") throw new Error(found);
  return found;
}

afterEach(() => vi.unstubAllGlobals());

describe("the settings of a site", () => {
  it("are taken as they stand where all of them are right", async () => {
    const { pins: read, logKeys, ...rest } = await settings(right);
    expect({ ...read }).toEqual(pins);
    expect({ ...logKeys }).toEqual(right.logKeys);
    expect(rest).toEqual({ operator: "Kommunen", myPages: "https://mina.example/" });
    expect(await codeOf({ pins: {} })).toBe("taken");
  });

  it("pin nothing for a controller that is called like a property of objects", async () => {
    const { pins: read, logKeys } = await settings(right);
    expect([read["constructor"], logKeys["toString"]]).toEqual([undefined, undefined]);
  });

  it.each<[string, unknown]>([
    ["none", undefined],
    ["a list", []],
    ["no roots", { "ifo-namnd": { roots: [], threshold: 1 } }],
    ["a root twice", { "ifo-namnd": { roots: [a, a], threshold: 2 } }],
    ["several roots without a threshold", { "ifo-namnd": { roots: [a, b] } }],
    ["a threshold in words", { "ifo-namnd": { roots: [a, b], threshold: "2" } }],
    ["more than there are roots", { "ifo-namnd": { roots: [a, b], threshold: 3 } }],
    ["a root that is no key", { "ifo-namnd": { roots: ["AA"], threshold: 1 } }],
    ["a misspelt part", { "ifo-namnd": { roots: [a], treshold: 1 } }],
  ])("are refused with pins that are %s", async (_, wrong) => {
    expect(await codeOf({ ...right, pins: wrong })).toBe("DEPLOYMENT_PINS");
  });

  it.each<[string, unknown]>([
    ["null", null],
    ["a list", [verifier]],
    ["one text", { "~keys": verifier }],
    ["an empty list", { "~keys": [] }],
    ["the same twice", { "~keys": [verifier, verifier] }],
    ["no key", { "~keys": ["a key"] }],
    ["another key than its id says", { "~keys": [verifier.replace(/\+[0-9a-f]{8}\+/, "+00000000+")] }],
    ["a number", { "~keys": [7] }],
    ["a hole", { "~keys": Object.assign([verifier], { length: 2 }) }],
    ["wrong for a second log", { "~keys": [verifier], "ifo-namnd": [] }],
  ])("are refused with log keys that are %s", async (_, wrong) => {
    expect(await codeOf({ ...right, logKeys: wrong })).toBe("DEPLOYMENT_LOG_KEYS");
  });

  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["null", null],
    ["a list", [right]],
    ["a text", "settings"],
    ["with a key that nobody reads", { ...right, logkeys: right.logKeys }],
    ["with an operator that is no text", { ...right, operator: 7 }],
    ["with an address that is none", { ...right, myPages: "mina sidor" }],
    ["with an address that is a script", { ...right, myPages: "javascript:alert(1)" }],
  ])("are refused as %s", async (_, wrong) => {
    expect(await codeOf(wrong)).toBe("DEPLOYMENT_MALFORMED");
  });

  it.each<[string, () => Promise<Response>, string]>([
    ["a page in their place", () => Promise.resolve(new Response("<!doctype html>")), "DEPLOYMENT_MALFORMED"],
    [
      "nothing in their place",
      () => Promise.resolve(new Response("", { status: 404 })),
      "DEPLOYMENT_MALFORMED",
    ],
    ["a server that is away", () => Promise.resolve(new Response("", { status: 503 })), "HTTP_503"],
    ["no network", () => Promise.reject(new TypeError("offline")), "OFFLINE"],
    ["wrong pins", () => Promise.resolve(Response.json({ ...right, pins: [] })), "DEPLOYMENT_PINS"],
  ])("are told apart from %s", async (_, served, code) => {
    vi.stubGlobal("fetch", served);
    await expect(fetchDeployment()).rejects.toMatchObject({ code });
  });
});
