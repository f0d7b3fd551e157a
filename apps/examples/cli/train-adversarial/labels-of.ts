import type { LabelCondition } from '@genmodels/core';
import type { Dataset } from '@genmodels/datasets';
import type { AdversarialAutoencoder } from '@genmodels/vae';

/** What a model is told of the classes of these examples: nothing where it has none, or finds them itself. */
export function labelsOf(
  { config: { classes, semiSupervised } }: AdversarialAutoencoder,
  { labels }: Dataset,
  indices: readonly number[],
): LabelCondition {
  return classes > 0 && !semiSupervised ? { labels: indices.map((index) => labels![index]!) } : {};
}
