import { library } from "../../tsup.config.base.ts";

export default library([], {
  entry: { index: "src/index.ts", sv: "src/texts/sv.ts", en: "src/texts/en.ts" },
});
