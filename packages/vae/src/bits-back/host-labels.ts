import { digest, type LabelCondition, labelsTensor } from '@genmodels/core';
import type { Vae } from '../vae.ts';

/** The classes of `count` examples on the host, where the model has classes. Throws where they are none for this model. */
export function readLabels({ config }: Vae, { labels }: LabelCondition, count: number): Int32Array | undefined {
  labelsTensor(labels, config.classes, count)?.dispose();
  return labels && Int32Array.from(labels);
}

/** 16 hex digits: zeros where there are no classes. */
export async function digestLabels(labels: Int32Array | undefined): Promise<string> {
  return labels ? digest(labels, 8) : '0'.repeat(16);
}
