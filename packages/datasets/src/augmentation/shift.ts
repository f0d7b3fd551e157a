import * as config from '@genmodels/core/config';
import { defineAugmentation } from './augmentation.ts';
import { checkOffset, movePicture, toOffset } from './move-picture.ts';

export type ShiftOptions = {
  /** At most so many, in each of both directions. @default 2 */
  readonly pixels: number;
};

/**
 * Moves each picture by whole pixels; its edge is repeated where it has moved away. About a microsecond a picture of 32 x 32 x 3.
 */
export const shift = /* @__PURE__ */ defineAugmentation<ShiftOptions>('shift', {
  options: (given) => config.object({ pixels: config.optional(config.integer({ min: 1 }), 2) })(given, 'shift'),
  draws: 2,
  prepare(frame, { pixels }) {
    checkOffset('pixels', pixels, frame);
    return (picture, [down, right]) => movePicture(picture, frame, toOffset(down!, pixels), toOffset(right!, pixels), 'edge');
  },
});
