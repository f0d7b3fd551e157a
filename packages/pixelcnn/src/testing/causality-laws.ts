import type { DataSpec } from '@genmodels/core';
import type { Law } from '@genmodels/core/testing';
import { receptiveField } from '../receptive-field.ts';
import { must } from './must.ts';
import { type PixelModelUnderTest, type TestedModel, withModel } from './pixel-model-under-test.ts';
import { sensitivities } from './sensitivities.ts';
import { setPositiveWeights } from './set-weights.ts';

/** What a parameter may depend on, and what it does. */
export function causalityLaws(subject: Required<PixelModelUnderTest>): Law[] {
  const each = (check: (model: TestedModel) => Promise<void>) => async () => {
    for (const spec of subject.specs) await withModel(subject, { spec }, check);
  };
  return [
    { name: 'no parameter depends on its own turn or anything later, by the Jacobian to the bit', run: each(isCausal) },
    { name: 'its parameters depend on exactly the pixels of the receptive field', run: each(hasItsField) },
  ];
}

/** With weights of both signs, then with positive ones, behind which no dead unit hides a leak. */
async function isCausal(model: TestedModel): Promise<void> {
  for (const set of [() => {}, setPositiveWeights]) {
    set(model);
    for (const [turn, pixel, changes] of await jacobian(model)) {
      const own = pixel * model.distribution.channels + turn; // where colours take no turns, all of them are later
      const wrong = changes.findIndex((change, value) => value >= own && change !== 0);
      must(
        wrong < 0,
        () =>
          `parameters of ${place(model.spec, pixel)} in turn ${turn} must not change with value ${wrong}, got ${changes[wrong]}`,
      );
    }
  }
}

async function hasItsField(model: TestedModel): Promise<void> {
  setPositiveWeights(model);
  const { channels } = model.distribution;
  const [, width] = model.spec.shape as [number, number];
  for (const [turn, pixel, changes] of await jacobian(model)) {
    const field = await receptiveField(model, { row: Math.floor(pixel / width), column: pixel % width, channel: turn });
    for (const [other, seen] of field.flat().entries()) {
      const changesWith = changes.subarray(other * channels, (other + 1) * channels).some((change) => change !== 0);
      must(
        changesWith === (seen === 1),
        () =>
          `parameters of ${place(model.spec, pixel)} in turn ${turn} ${changesWith ? 'change' : 'do not change'} with ${place(model.spec, other)}, but the receptive field says ${seen}`,
      );
    }
  }
}

/** For every turn and pixel, what its parameters change with: [height, width, channels]. */
async function jacobian(model: TestedModel): Promise<[turn: number, pixel: number, changes: Float32Array][]> {
  const { turns, channels } = model.distribution;
  const [height, width] = model.spec.shape as [number, number];
  const [pixels, size] = [height * width, height * width * channels];
  const rows: [number, number, Float32Array][] = [];
  for (let turn = 0; turn < turns; turn++) {
    const all = await sensitivities(model, turn, turn);
    for (let pixel = 0; pixel < pixels; pixel++) rows.push([turn, pixel, all.subarray(pixel * size, (pixel + 1) * size)]);
  }
  return rows;
}

function place({ shape }: DataSpec, pixel: number): string {
  return `pixel ${Math.floor(pixel / shape[1]!)}, ${pixel % shape[1]!}`;
}
