import { defineProject, type UserProjectConfigFn, type UserWorkspaceConfig } from "vitest/config";

const conditions = ["@tillit/source"];

/**
 * What drives a real browser takes its files one by one, after the rest: a browser has processors of its own
 * to fill, and a test that waits for it measures patience when it shares them.
 */
export const oneByOne: UserWorkspaceConfig["test"] = { maxWorkers: 1, sequence: { groupOrder: 1 } };

/** One Vitest project per workspace; workspace imports resolve to sources, so tests need no build. */
export function unit(name: string, test: UserWorkspaceConfig["test"] = {}): UserProjectConfigFn {
  return defineProject(({ mode }) => ({
    resolve: { conditions },
    ssr: { resolve: { conditions } },
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    test: {
      name,
      ...(mode === "deep"
        ? { include: ["test/**/*.deep.test.ts"] }
        : { include: ["test/**/*.test.ts", "test/**/*.test.tsx"] }),
      // Modules are read once in a worker: no test changes what another one imports.
      isolate: false,
      // A busy machine is no failure; speed is shown in benchmarks.
      testTimeout: 60_000,
      hookTimeout: 120_000,
      // A real browser on a shared machine may miss a beat once; a fault that stays fails twice.
      retry: process.env["CI"] === undefined ? 0 : 1,
      maxWorkers: "100%",
      ...test,
    },
  }));
}
