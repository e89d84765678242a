/** The import rules of ARCHITECTURE.md, read from the package.json files and the sources. Exits 1 on any breach. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ground = [
  "civil-time",
  "swedish-identity",
  "canonical-json",
  "merkle-tree",
  "law-reference",
  "text-encoding",
];
const domain = [
  "crypto-envelope",
  "retention-policy",
  "consent-legal-basis",
  "dsar-workflow",
  "application-case",
  "audit-chain",
  "access-review",
];
const data = ["welfare-law", "policy-profiles"];
const packages = [...ground, ...domain, ...data];
const web = [...packages, "web-kit", "api-contract"];

/** Who may import whom; what is not listed is forbidden. */
const allowed: Record<string, readonly string[]> = {
  "civil-time": ["law-reference"],
  "canonical-json": [],
  "merkle-tree": [],
  "text-encoding": [],
  "law-reference": [],
  "swedish-identity": ["civil-time"],
  "crypto-envelope": ["text-encoding"],
  "audit-chain": ["canonical-json", "merkle-tree", "text-encoding"],
  "retention-policy": ["civil-time", "canonical-json", "law-reference", "merkle-tree"],
  "consent-legal-basis": ["civil-time", "canonical-json", "law-reference", "text-encoding"],
  "dsar-workflow": ["civil-time", "canonical-json", "law-reference", "swedish-identity", "text-encoding"],
  "access-review": ["civil-time", "law-reference"],
  "application-case": ["civil-time", "canonical-json", "law-reference"],
  "welfare-law": [...ground, ...domain],
  "policy-profiles": [...ground, ...domain, "welfare-law"],
  cli: packages,
  "web-kit": [
    "civil-time",
    "canonical-json",
    "law-reference",
    "merkle-tree",
    "audit-chain",
    "crypto-envelope",
  ],
  form: web,
  "my-pages": web,
  desk: web,
  "record-store": ["canonical-json", "merkle-tree"],
  "api-contract": [
    "access-review",
    "application-case",
    "civil-time",
    "dsar-workflow",
    "retention-policy",
    "welfare-law",
  ],
  login: ["civil-time", "swedish-identity", "record-store", "api-contract"],
  api: [...packages, "record-store", "login", "api-contract"],
  demo: [...packages, "api", "web-kit"],
  e2e: [...packages, "api", "demo"],
};

const breaches: string[] = [];

function sources(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));
}

for (const home of ["packages", "apps"]) {
  for (const name of readdirSync(home)) {
    const manifest = join(home, name, "package.json");
    if (!existsSync(manifest)) continue;
    const may = allowed[name];
    if (may === undefined) {
      breaches.push(`${name}: not in the list of scripts/check-boundaries.ts`);
      continue;
    }
    const { dependencies = {} } = JSON.parse(readFileSync(manifest, "utf8")) as {
      dependencies?: Record<string, string>;
    };
    for (const wanted of Object.keys(dependencies).filter((key) => key.startsWith("@tillit/"))) {
      if (!may.includes(wanted.slice("@tillit/".length)))
        breaches.push(`${name} may not depend on ${wanted}`);
    }
    for (const file of sources(join(home, name, "src"))) {
      const text = readFileSync(file, "utf8");
      if (text.includes(`from "@tillit/${name}"`)) breaches.push(`${file} imports its own package`);
      // The object z holds all of zod, every language's messages too; of a namespace a bundler takes what is called.
      if (home === "packages" && text.includes('import { z } from "zod"'))
        breaches.push(`${file} imports z as an object: write import * as z from "zod"`);
      // The operator must not be able to read content: no opening code in the API.
      const opens = /import\s*\{[^}]*\bopen\b[^}]*\}\s*from\s*"@tillit\/crypto-envelope/.test(text);
      if (home === "apps" && name === "api" && opens)
        breaches.push(`${file} imports open from crypto-envelope`);
      // Law is dated data in packages; the API says in words what it means.
      const citation = /§|EU 2016\/679|GDPR art|\b[Aa]rt\. ?\d|\bkap\.|\b(?:19|20)\d\d:\d+/;
      if (name === "api" && citation.test(text)) breaches.push(`${file} cites a provision`);
      // In Node OpenSSL does curve and hashes, to the same answers and several times as fast.
      const slow =
        /import\s*\{[^}]*\bverify(?!Keyring)\w*[^}]*\}\s*from\s*"@tillit\/crypto-envelope(?:\/statements)?"/;
      if ((name === "api" || name === "cli") && slow.test(text))
        breaches.push(`${file} verifies the slow way: from "@tillit/crypto-envelope/node"`);
      if (home === "apps" && /from "(preact|react)\/compat"/.test(text))
        breaches.push(`${file} imports compat`);
    }
  }
}

for (const breach of breaches) process.stderr.write(`${breach}\n`);
process.stdout.write(breaches.length === 0 ? "boundaries hold\n" : `${breaches.length} breaches\n`);
process.exitCode = breaches.length === 0 ? 0 : 1;
