import type { Dataset } from '@genmodels/datasets';

/** A model that may be conditioned on classes: on so many, where its config says a number of them. */
export interface MaybeConditional {
  readonly config: object & { readonly classes?: unknown };
}

/** The classes of the images, where the model is conditioned on them. */
export function labelsFor({ config }: MaybeConditional, { labels }: Dataset): Int32Array | undefined {
  return config.classes ? labels : undefined;
}
