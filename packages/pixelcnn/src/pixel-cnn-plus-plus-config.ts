import { check, type DataSpec } from '@genmodels/core';
import * as config from '@genmodels/core/config';
import { pixelFields } from './config.ts';

/** The options of a PixelCNN++ beside its output. */
export function plusPlusFields(_groups: number, { shape }: DataSpec) {
  return {
    ...pixelFields(),
    filters: config.optional(config.integer({ min: 1 }), 32),
    blocks: config.optional(config.integer({ min: 1 }), 2),
    resolutions: resolutions(shape as [number, number, number]),
    dropout: config.optional(config.number({ min: 0, below: 1 }), 0.5),
  };
}

function resolutions([height, width]: readonly [number, number, number]): config.Field<number> {
  const admits = (count: number, least = 1) =>
    [height, width].every((side) => side % 2 ** (count - 1) === 0 && side / 2 ** (count - 1) >= least);
  const fallback = [3, 2].find((count) => admits(count, 4)) ?? 1;
  const read = config.optional(config.integer({ min: 1 }), fallback);
  return (value, path) => {
    const count = read(value, path);
    check(
      admits(count),
      'invalid-config',
      () =>
        `${path} must be such that ${height}x${width} pixels can be halved ${count - 1} times, got ${count}: pad the images, or take fewer`,
    );
    return count;
  };
}
