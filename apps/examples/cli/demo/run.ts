import type { Run } from '../run.ts';
import type { PixelcnnRun } from '../train-pixelcnn/run.ts';
import type { VaeRun } from '../train-vae/run.ts';
import type { Comparison } from './comparison.ts';
import type { DemoOptions } from './options.ts';

/** All that one `demo` did: what its report tells. */
export interface DemoRun extends Run<DemoOptions>, TwoRuns {
  readonly comparison: Comparison;
}

export interface TwoRuns {
  readonly vae: VaeRun;
  readonly pixelcnn: PixelcnnRun;
}
