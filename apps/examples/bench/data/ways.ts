import { type Augmentations, color, crop, flip, shift } from '@genmodels/datasets';

/** What stands beside the size and the seed. */
export interface Way {
  readonly augment?: Augmentations;
}

export const ways: Readonly<Record<string, Way>> = {
  plain: {},
  flip: { augment: flip() },
  shift: { augment: shift() },
  'flip, crop': { augment: [flip(), crop()] },
  color: { augment: color() },
};
