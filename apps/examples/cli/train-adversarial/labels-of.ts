import type { LabelCondition } from '@genmodels/core';
import type { Dataset } from '@genmodels/datasets';
import type { AdversarialAutoencoder } from '@genmodels/vae';
import { classesOf } from '../likelihood/in-order.ts';

/** What a model is told of the classes of these examples: nothing where it has none, or finds them itself. */
export function labelsOf(model: AdversarialAutoencoder, data: Dataset, indices: readonly number[]): LabelCondition {
  return (!model.config.semiSupervised && classesOf(model, data, indices).condition) || {};
}
