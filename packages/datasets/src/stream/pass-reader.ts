import { check, show } from '@genmodels/core';
import { checkFits, countSteps } from '../dataset/batches.ts';
import type { Example } from '../dataset/example.ts';
import { Pass } from './pass.ts';

export interface PassReaderOptions {
  readonly name: string;
  readonly size: number;
  readonly partial: boolean;
  /** Examples in an epoch, where it is known. */
  readonly length?: number | undefined;
  /** Begins an epoch. */
  open(epoch: number): AsyncGenerator<Example>;
}

/**
 * The examples of any step, from passes that can only be read forward. Steps in order read on; for an earlier one the epoch
 * begins again. Where the length of an epoch is not known, the first one is read until it ends. One read at a time.
 */
export class PassReader {
  readonly #options: PassReaderOptions;
  #length: number | undefined;
  #pass: Pass | undefined;

  constructor(options: PassReaderOptions) {
    this.#options = options;
    this.#length = options.length;
  }

  /** After an error, the next read begins its epoch again. */
  async read(step: number): Promise<Example[]> {
    try {
      return (await this.#read(step)) ?? (await this.#read(step))!; // the second time with a known length
    } catch (error) {
      await this.close().catch(() => {}); // the first error says more
      throw error;
    }
  }

  async close(): Promise<void> {
    const pass = this.#pass;
    this.#pass = undefined;
    await pass?.close();
  }

  /** Nothing where it turns out only now that the first epoch ends before the step. */
  async #read(step: number): Promise<Example[] | undefined> {
    const { size, partial } = this.#options;
    const known = this.#length;
    const steps = known === undefined ? Infinity : countSteps(known, size, partial);
    const first = (step % steps) * size;
    const count = Math.min(size, (known ?? Infinity) - first);
    const pass = await this.#passAt(Math.floor(step / steps), first);
    const examples = await pass.take(count);
    if (examples.length < count) await this.#end(pass.position);
    else if (pass.position === known) await this.#end(known + (await pass.take(1)).length);
    else if ((step + 1) % steps === 0) await this.close();
    return examples.length === count || (partial && examples.length > 0) ? examples : undefined;
  }

  async #passAt(epoch: number, position: number): Promise<Pass> {
    if (this.#pass?.epoch !== epoch || this.#pass.position > position) {
      await this.close();
      this.#pass = new Pass(epoch, this.#options.open(epoch));
    }
    await this.#pass.skipTo(position);
    return this.#pass;
  }

  /** A pass has given `count` examples, and it has no more or too many. */
  async #end(count: number): Promise<void> {
    const { name, size, partial } = this.#options;
    await this.close();
    this.#length ??= count;
    check(
      count === this.#length,
      'invalid-shape',
      () => `each pass over ${show(name)} must give ${this.#length} examples, got ${count > this.#length! ? 'more' : count}`,
    );
    checkFits({ name, length: count }, partial ? 1 : size);
  }
}
