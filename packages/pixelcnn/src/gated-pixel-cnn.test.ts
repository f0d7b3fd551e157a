import { describe, test } from 'vitest';
import { GatedPixelCnn, type GatedPixelCnnOptions } from './gated-pixel-cnn.ts';
import { autoregressiveLaws } from './testing/autoregressive-laws.ts';
import { learningLaw } from './testing/learning-law.ts';

const create = (options: GatedPixelCnnOptions) => new GatedPixelCnn({ filters: 6, layers: 2, firstKernelSize: 3, hidden: 6, ...options });

describe('GatedPixelCnn', () => {
  for (const { name, run } of [...autoregressiveLaws({ Model: GatedPixelCnn, create }), learningLaw(create)]) test(name, run);
});
