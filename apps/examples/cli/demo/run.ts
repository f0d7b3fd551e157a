import type { Run } from '../run.ts';
import type { GanRun } from '../train-gan/run.ts';
import type { PixelcnnRun } from '../train-pixelcnn/run.ts';
import type { VaeRun } from '../train-vae/run.ts';
import type { Comparison } from './comparison.ts';
import type { Drawings } from './drawings.ts';
import type { DemoOptions } from './options.ts';

/** All that one `demo` did: what its report tells. */
export interface DemoRun extends Run<DemoOptions>, ThreeRuns {
  readonly comparison: Comparison;
  readonly drawings: Drawings;
}

export interface ThreeRuns {
  readonly vae: VaeRun;
  readonly pixelcnn: PixelcnnRun;
  readonly gan: GanRun;
}
