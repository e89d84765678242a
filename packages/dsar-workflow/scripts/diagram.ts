/** Writes the diagram of the machine into the README, between its two marks. */
import { readFileSync, writeFileSync } from "node:fs";
import { toMermaid } from "../src/machine/mermaid.ts";

const file = new URL("../README.md", import.meta.url);
const readme = readFileSync(file, "utf8");
const drawn = readme.replace(/```mermaid\n[\s\S]*?```/, `\`\`\`mermaid\n${toMermaid()}\n\`\`\``);
writeFileSync(file, drawn);
