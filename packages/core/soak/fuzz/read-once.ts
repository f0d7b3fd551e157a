import * as tf from '@tensorflow/tfjs-core';
import { type ErrorCode, GenmodelsError } from '../../src/errors.ts';
import type { FuzzFormat } from './format.ts';

/** What came of reading a file: a value, an error of ours, or neither. */
type Outcome = { readonly kind: 'value' | ErrorCode } | { readonly kind: 'fault'; readonly reason: string };

export interface Reading {
  readonly outcome: Outcome;
  /** Of the processor or of the clock, whichever is less: the one counts helping threads, the other the load of the machine. */
  readonly milliseconds: number;
}

/** Reads a file and looks at what was left behind. */
export async function readOnce(format: FuzzFormat, file: Uint8Array<ArrayBuffer>): Promise<Reading> {
  const before = traces();
  const [clock, processor] = [performance.now(), process.cpuUsage()];
  const outcome = await outcomeOf(format, file);
  const { user, system } = process.cpuUsage(processor);
  const milliseconds = Math.min(performance.now() - clock, (user + system) / 1000);
  const after = traces();
  if (after === before) return { outcome, milliseconds };
  return { outcome: { kind: 'fault', reason: `there were ${before}, and now there are ${after}` }, milliseconds };
}

async function outcomeOf(format: FuzzFormat, file: Uint8Array<ArrayBuffer>): Promise<Outcome> {
  try {
    await format.read(file);
    return { kind: 'value' };
  } catch (error) {
    if (error instanceof GenmodelsError) return { kind: error.code };
    return { kind: 'fault', reason: error instanceof Error ? (error.stack ?? error.message) : `threw ${String(error)}` };
  }
}

/** What no reader may change. Not by tf.memory(), which needs a backend. */
function traces(): string {
  const { numTensors, numBytes } = tf.engine().state;
  return `${numTensors} tensors, ${numBytes} bytes in them, ${Reflect.ownKeys(Object.prototype).length} keys of Object.prototype`;
}
