import { check, type DataSpec } from '@genmodels/core';

/** Refuses what is no image. `model` is the one that needs it. */
export function checkImage({ shape }: DataSpec, model: string): void {
  check(
    shape.length === 3,
    'invalid-config',
    () => `${model}.spec.shape must be that of an image, [height, width, channels], got [${shape.join(', ')}]`,
  );
}
