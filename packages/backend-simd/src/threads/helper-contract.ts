import type { Program } from '../wasm/module.ts';

/** What a helper gets: the program, and which thread it is. The caller of kernels is 0. */
export interface HelperData extends Program {
  readonly number: number;
}

/** A thread that takes chunks of the kernels that the main thread runs. */
export interface Helper {
  /** Resolves when it needs nothing more of the thread that started it, which may then compute without a pause. */
  readonly started: Promise<void>;
  stop(): void;
}

/** Starts a helper. Calls `lose` when it turns out that it cannot start, or when it dies; throws where no thread can be had at all. */
export type StartHelper = (data: HelperData, lose: () => void) => Helper;

/**
 * What a helper does, as text, so that no bundler must find a second file: it says `ready` and then serves for ever. The same as
 * `instantiate` in wasm/module.ts.
 */
export const serve = `({ module, memory, kernels, number }, ready) => {
  const table = new WebAssembly.Table({ initial: kernels.length, element: 'anyfunc' });
  const { exports } = new WebAssembly.Instance(module, { env: { memory, table } });
  kernels.forEach((name, index) => table.set(index, exports[name]));
  ready();
  try { exports.serve(number); } catch (error) { exports.fail(); throw error; }
}`;
