import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/**
 * Makes `N passed, N failed` the very last line of a run. What fails outside of a test counts as a failure: a
 * file that cannot be loaded, an unhandled error, a build that the tests need; and so does a run in which no
 * test ran.
 */
export default class LastLine implements Reporter {
  private passed = 0;
  private failed = 0;

  onInit(): void {
    // Vitest itself, and other reporters, write after the end of the run; nobody writes after this.
    process.once('exit', (code) => {
      if (code !== 0 || this.passed + this.failed === 0) this.failed ||= 1;
      if (this.failed) process.exitCode = code || 1;
      process.stdout.write(`${this.passed} passed, ${this.failed} failed\n`);
    });
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const states = modules
      .flatMap((module) => [...module.children.allTests()])
      .map((test) => test.result().state);
    this.passed = states.filter((state) => state === 'passed').length;
    this.failed =
      states.filter((state) => state === 'failed').length +
      modules.filter((module) => module.errors().length > 0).length +
      unhandled.length;
  }
}
