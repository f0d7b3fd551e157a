import { check } from '@genmodels/core';
import type { ImageFile } from './image-file.ts';
import { compareCodePoints } from './list-images.ts';

/** What the first folders of the paths are called, in the order of their code points; undefined where no picture is in one. */
export function classNamesOf(files: readonly ImageFile[]): string[] | undefined {
  const outside = files.filter(({ path }) => !path.includes('/'));
  if (outside.length === files.length) return undefined;
  check(
    outside.length === 0,
    'invalid-argument',
    () =>
      `pictures must all be in folders, which are their classes, or none, but ${outside[0]!.path} is in none: move it, or pass classes: false`,
  );
  return [...new Set(files.map(classNameOf))].sort(compareCodePoints);
}

export function classNameOf({ path }: ImageFile): string {
  return path.slice(0, path.indexOf('/'));
}
