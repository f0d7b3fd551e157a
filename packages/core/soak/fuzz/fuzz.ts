import { attempt } from './attempt.ts';
import type { FuzzFormat } from './format.ts';
import { mutantOf } from './mutant.ts';

export interface FuzzOptions {
  /** The number of the first mutant. @default 0 */
  readonly first?: number;
  readonly count: number;
  /** Called before each mutant. */
  onMutant?(number: number): void;
}

export interface Fault {
  /** Of the mutant. */
  readonly number: number;
  readonly reason: string;
}

export interface Findings {
  /** How many mutants came to what: 'value' or the code of an error. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** The first hundred. */
  readonly faults: readonly Fault[];
  readonly slowest: { readonly number: number; readonly milliseconds: number };
}

/** Reads so many mutants of a format, and no more than a hundred that are faults. */
export async function fuzz(format: FuzzFormat, { first = 0, count, onMutant }: FuzzOptions): Promise<Findings> {
  const samples = await format.samples();
  for (const sample of samples) await format.read(new Uint8Array(sample)); // a sample that is damaged shows nothing
  const outcomes: Record<string, number> = {};
  const faults: Fault[] = [];
  let slowest = { number: first, milliseconds: 0 };
  for (let number = first; number < first + count && faults.length < 100; number++) {
    onMutant?.(number);
    const { outcome, milliseconds } = await attempt(format, mutantOf(format, samples, number));
    outcomes[outcome.kind] = (outcomes[outcome.kind] ?? 0) + 1;
    if (outcome.kind === 'fault') faults.push({ number, reason: outcome.reason });
    if (milliseconds > slowest.milliseconds) slowest = { number, milliseconds };
  }
  return { outcomes, faults, slowest };
}
