import type { Reporter, SerializedError, TestModule } from "vitest/node";

/** Ends a run with one line a machine can read: "N passed, N failed, N skipped". */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    let passed = 0;
    let failed = errors.length;
    let skipped = 0;
    for (const module of modules) {
      const brokenFile = module.state() === "failed" && [...module.children.allTests("failed")].length === 0;
      if (brokenFile) failed += 1;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === "passed") passed += 1;
        else if (state === "failed") failed += 1;
        else skipped += 1;
      }
    }
    // The coverage table is printed after this hook; the closing line must come last. A library that ends the
    // process itself, as a database server's exit hook does, must not turn a failed run into a passed one.
    process.on("exit", () => {
      if (failed > 0) process.exitCode = 1;
      process.stdout.write(`\n${passed} passed, ${failed} failed, ${skipped} skipped\n`);
    });
  }
}
