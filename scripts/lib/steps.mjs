/**
 * What a step found: a command's exit code and output, and where it counts its own tests, how many passed and failed.
 * @typedef {{ code: number, output: string, passed?: number, failed?: number }} Outcome
 * @typedef {{ name: string, run: () => Promise<Outcome> }} Step
 */

/** Runs named steps, prints each with its time, a failed one with its whole output, and adds up what passed. */
export class Steps {
  passed = 0;
  failed = 0;
  /** @type {Set<string>} */
  #running = new Set();

  /**
   * @param {Step} step
   * @returns {Promise<boolean>} whether it passed
   */
  async run({ name, run }) {
    const start = performance.now();
    this.#running.add(name);
    this.#showRunning();
    const outcome = await run().catch((error) => ({ code: 1, output: String(error?.stack ?? error) }));
    this.#running.delete(name);
    this.#print(name, outcome, (performance.now() - start) / 1000);
    this.#showRunning();
    return outcome.code === 0;
  }

  /**
   * Runs steps that do not wait for one another, two at a time.
   * @param {readonly Step[]} steps
   */
  async runTogether(steps) {
    const waiting = [...steps];
    const lane = async () => {
      for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) await this.run(step);
    };
    await Promise.all([lane(), lane()]);
  }

  /** Prints the sum alone on the last line, and sets the exit code. */
  finish() {
    console.log(`\n${this.passed} passed, ${this.failed} failed`);
    if (this.failed > 0) process.exitCode = 1;
  }

  /**
   * @param {string} name
   * @param {Outcome} outcome
   * @param {number} seconds
   */
  #print(name, { code, output, passed, failed }, seconds) {
    const ok = code === 0;
    this.passed += passed ?? (ok ? 1 : 0);
    this.failed += ok ? 0 : Math.max(failed ?? 0, 1);
    const count = passed === undefined ? '' : `${passed} passed${failed ? `, ${failed} failed` : ''}`;
    console.log(`${clearLine}${ok ? '✓' : '✗'} ${name.padEnd(28)}${count.padEnd(24)}${seconds.toFixed(1).padStart(7)} s`);
    if (!ok) console.log(`\n${output.trimEnd()}\n`);
  }

  #showRunning() {
    if (!process.stdout.isTTY || this.#running.size === 0) return;
    process.stdout.write(`${clearLine}  ${[...this.#running].join(', ')} ...`);
  }
}

/** Takes away the line of what is running; a file or a pipe never had one. */
const clearLine = process.stdout.isTTY ? '\r\u001b[K' : '';
