import type { Reporter, TestModule } from 'vitest/node';

/** Fails the run when a test was skipped or left to do: a suite that passes because it looked away is no evidence. */
export default class NoSkips implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const skipped = modules.flatMap((module) =>
      [...module.children.allTests('skipped')].map((test) => `${module.relativeModuleId}: ${test.fullName}`),
    );
    if (skipped.length === 0) return;
    process.stderr.write(`REQUIRE_ALL=1 allows no skipped test, and these were skipped:\n  ${skipped.join('\n  ')}\n`);
    process.exitCode = 1;
  }
}
