import { check, type DataSpec, show } from '@genmodels/core';

/** The sizes of images whose values are levels, binary ones being of two. Refuses everything else, and more levels than `most`. */
export function checkLevels({ shape, domain }: DataSpec, family: string, most: number) {
  check(
    shape.length === 3,
    'invalid-config',
    () => `${family}() needs images, [height, width, channels], got the shape ${show(shape)}`,
  );
  const levels = domain === 'binary' ? 2 : typeof domain === 'object' ? domain.levels : undefined;
  check(
    levels !== undefined && levels <= most,
    'invalid-config',
    () =>
      `${family}() needs images of ${most === 2 ? '2' : `2 to ${most}`} levels, got the domain ${show(domain)}: binarize the data, or take another output`,
  );
  const [height, width, channels] = shape as [number, number, number];
  return { height, width, channels, levels };
}
