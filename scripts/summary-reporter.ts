import { readFileSync, writeFileSync } from "node:fs";
import type { Reporter, SerializedError, TestModule } from "vitest/node";

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** The file where runs that belong together add up, if this is one of them. */
const kept = process.env["TILLIT_TEST_COUNTS"];

function before(): Counts {
  const text = kept === undefined ? "" : readFileSync(kept, "utf8");
  return text === "" ? { passed: 0, failed: 0, skipped: 0 } : (JSON.parse(text) as Counts);
}

/** Ends a run with one line a machine can read: "N passed, N failed, N skipped". */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const counts = before();
    counts.failed += errors.length;
    for (const module of modules) {
      const brokenFile = module.state() === "failed" && [...module.children.allTests("failed")].length === 0;
      if (brokenFile) counts.failed += 1;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === "passed") counts.passed += 1;
        else if (state === "failed") counts.failed += 1;
        else counts.skipped += 1;
      }
    }
    if (kept !== undefined) writeFileSync(kept, JSON.stringify(counts));
    const { passed, failed, skipped } = counts;
    // The coverage table is printed after this hook; the closing line must come last. A library that ends the
    // process itself, as a database server's exit hook does, must not turn a failed run into a passed one.
    process.on("exit", () => {
      if (failed > 0) process.exitCode = 1;
      process.stdout.write(`\n${passed} passed, ${failed} failed, ${skipped} skipped\n`);
    });
  }
}
