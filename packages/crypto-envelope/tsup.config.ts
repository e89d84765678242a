import { library } from "../../tsup.config.base.ts";

const entries = [
  "index",
  "content",
  "directory",
  "escrow",
  "file",
  "keyfile",
  "keyring",
  "node",
  "statements",
];

export default library(
  entries.map((name) => `src/${name}.ts`),
  {
    external: [/^node:/],
  },
);
