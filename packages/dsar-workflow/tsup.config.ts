import { library } from "../../tsup.config.base.ts";

const entries = [
  "index",
  "erasure",
  "export",
  "letters",
  "machine",
  "pdf",
  "people",
  "redaction",
  "regime",
  "review",
];

export default library(entries.map((entry) => `src/${entry}.ts`));
