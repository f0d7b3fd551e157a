import type { Comparison } from './comparison.ts';
import type { DemoOptions } from './options.ts';
import type { DemoParts } from './parts.ts';

/** All that one `demo` did: what its report tells. */
export interface DemoRun {
  /** As it was typed. */
  readonly command: string;
  readonly options: DemoOptions;
  readonly parts: DemoParts;
  readonly comparison: Comparison;
  /** From the start of the command to the report. */
  readonly seconds: number;
}
