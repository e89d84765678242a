import { mergeConfig } from "vite";
import { integrity } from "../../packages/web-kit/build/integrity.ts";
import { webApp } from "../../vite.base.ts";

export default mergeConfig(webApp(5788), { plugins: [integrity()] });
