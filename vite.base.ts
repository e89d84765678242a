import { defaultClientConditions, defineConfig, type UserConfig } from "vite";

/** Where the demo serves the API in watch mode. */
const api = `http://127.0.0.1:${process.env["TILLIT_PORT_FORM"] ?? "8787"}`;

/** The one build every web app has: Preact by Vite's own JSX, no plugin, no inline script. */
export function webApp(port: number): UserConfig {
  return defineConfig({
    resolve: { conditions: ["@tillit/source", ...defaultClientConditions] },
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    build: {
      target: "es2022",
      modulePreload: {
        polyfill: false,
        // A list of scripts to fetch ahead in every later part costs more bytes than the one step it saves.
        resolveDependencies: (_, parts, { hostType }) =>
          hostType === "html" ? parts : parts.filter((part) => part.endsWith(".css")),
      },
      sourcemap: true,
    },
    worker: { format: "es" },
    server: {
      port,
      strictPort: true,
      proxy: { "/api": api, "/tillit-config.json": api },
    },
  });
}
