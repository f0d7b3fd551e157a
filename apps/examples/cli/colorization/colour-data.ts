import { check, type DataSpec, show } from '@genmodels/core';
import { partSizes } from '../../report/part-sizes.ts';
import type { Surroundings } from '../surroundings.ts';
import { loadData, type TrainingData } from '../training/training-data.ts';
import type { ColorizationOptions } from './options.ts';

/** Loads pictures in colour. Throws 'invalid-argument' where the set has none, or squares do not fill them. */
export async function loadColours(options: ColorizationOptions, surroundings: Surroundings): Promise<TrainingData> {
  const data = await loadData({ ...options, binarize: 'none' }, surroundings);
  checkColours(data.spec, options);
  surroundings.terminal.say(`${data.name}: ${partSizes(data, data.examples)}`);
  return data;
}

function checkColours({ shape }: DataSpec, { data, block }: ColorizationOptions): void {
  const [height, width, channels] = shape;
  check(
    shape.length === 3 && channels === 3,
    'invalid-argument',
    () => `--data must be pictures in red, green and blue, got ${show(data)}`,
  );
  check(
    height! % block === 0 && width! % block === 0,
    'invalid-argument',
    () => `--block must divide the ${height} x ${width} pixels of a picture, got ${block}`,
  );
}
