import type { FuzzFormat } from './format.ts';
import type { Mutant } from './mutant.ts';
import { type Reading, readOnce } from './read-once.ts';

/** For an input of at most 64 KB. */
const mostMilliseconds = 100;

/** Reads a mutant. What takes too long is read twice more, and its shortest time counts: a collection of garbage is not its fault. */
export async function attempt(format: FuzzFormat, mutant: Mutant): Promise<Reading> {
  const readings = [await readOnce(format, mutant.bytes)];
  while (readings.length < 3 && readings.at(-1)!.milliseconds > mostMilliseconds) {
    readings.push(await readOnce(format, mutant.bytes));
  }
  const milliseconds = Math.min(...readings.map((reading) => reading.milliseconds));
  const { outcome } = readings.find((reading) => reading.outcome.kind === 'fault') ?? readings[0]!;
  const fault = (reason: string): Reading => ({ outcome: { kind: 'fault', reason }, milliseconds });
  if (milliseconds > mostMilliseconds) return fault(`took ${milliseconds.toFixed(0)} ms, three times over`);
  if (outcome.kind === 'value' && format.noticesDamage && mutant.isDamaged) return fault('was read as if nothing had changed');
  return { outcome, milliseconds };
}
