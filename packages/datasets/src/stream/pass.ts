import { pauser } from '@genmodels/core';
import type { Example } from '../dataset/example.ts';

/** One way through the examples of an epoch, from the first to the last. */
export class Pass {
  readonly epoch: number;
  /** How many examples it has given or skipped. */
  position = 0;
  readonly #examples: AsyncGenerator<Example>;

  constructor(epoch: number, examples: AsyncGenerator<Example>) {
    this.epoch = epoch;
    this.#examples = examples;
  }

  /** The next ones: fewer where the examples end. */
  async take(count: number): Promise<Example[]> {
    const taken: Example[] = [];
    while (taken.length < count) {
      const example = await this.#next();
      if (example === undefined) break;
      taken.push(example);
    }
    return taken;
  }

  /** Goes on to a position, or to the end; lets other work run meanwhile. */
  async skipTo(position: number): Promise<void> {
    const rest = pauser();
    while (this.position < position && (await this.#next()) !== undefined) await rest();
  }

  /** Closes what it reads from. */
  async close(): Promise<void> {
    await this.#examples.return(undefined);
  }

  async #next(): Promise<Example | undefined> {
    const { done, value } = await this.#examples.next();
    if (done) return undefined;
    this.position += 1;
    return value;
  }
}
