import type { GatedPixelCnn } from '@genmodels/pixelcnn';
import type { VqVae } from '@genmodels/vae';
import type { ConditionalData } from '../training/conditional-data.ts';
import type { CodeSampler } from './code-sampler.ts';

/** Both models with what they have learned from, and as one that draws. */
export interface Models {
  readonly vqVae: VqVae;
  readonly prior: GatedPixelCnn;
  readonly sampler: CodeSampler;
  /** The images. */
  readonly data: ConditionalData;
  /** Their codes. */
  readonly codes: ConditionalData;
}
