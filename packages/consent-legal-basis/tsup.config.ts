import { library } from "../../tsup.config.base.ts";

export default library(["src/index.ts", "src/ledger.ts", "src/lint.ts", "src/dpv.ts"]);
