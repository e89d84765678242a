import { mergeConfig } from "vite";
import { integrity } from "../../packages/web-kit/build/integrity.ts";
import { webApp } from "../../vite.base.ts";

export default mergeConfig(webApp(5787), {
  plugins: [integrity()],
  // The worker's dependencies are found at the start too, so that watch mode does not reload the first page.
  optimizeDeps: { entries: ["index.html", "src/sealing/seal.worker.ts"] },
});
