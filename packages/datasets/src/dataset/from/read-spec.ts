import type { DataSpec } from '@genmodels/core';
import * as config from '@genmodels/core/config';
import type { ExamplesOptions } from './dataset-options.ts';

/** Throws 'invalid-config' where shape or domain is none. */
export function readSpec({ shape, domain }: Pick<ExamplesOptions, 'shape' | 'domain'>): DataSpec {
  return config.dataSpec()({ shape, domain }, 'spec');
}
