import type { JsonObject } from '../../json.ts';
import type { HostTensor } from './host-tensor.ts';

/** The version of what the metadata means; a reader refuses any other. */
export const modelFormat = 'genmodels/1';

/** Begins the names of what a checkpoint holds besides its model. */
export const trainingPrefix = 'training/';

/** A model as its file holds it: enough to rebuild it without the code that trained it. */
export interface ModelFile {
  /** Which class it is: 'vae', 'gan', ... */
  readonly kind: string;
  readonly config: JsonObject;
  /** Weights and running averages by field path ("decoder.hidden.kernel"). */
  readonly tensors: ReadonlyMap<string, HostTensor>;
}
