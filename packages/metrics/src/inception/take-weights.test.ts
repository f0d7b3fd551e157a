import type { HostTensor } from '@genmodels/core';
import { expect, test } from 'vitest';
import { inceptionSteps } from './architecture.ts';
import { type Step, visitConvolutions } from './steps.ts';
import { takeWeights } from './take-weights.ts';

const steps = inceptionSteps();

test('the network has 94 convolutions, and 21.8 million weights without its classifier', () => {
  let [convolutions, weights] = [0, 0];
  const channels = visitConvolutions(steps, 3, ({ filters, size }, inputs) => {
    convolutions++;
    weights += filters * (inputs * size[0] * size[1] + 2); // gamma and beta
  });
  expect([channels, convolutions, weights]).toEqual([2048, 94, 21_785_568]);
});

test.each(['', 'state_dict.', 'module.inception.'])('names may begin with "%s"', (prefix) => {
  const { weights, classifies } = takeWeights(steps, file(prefix));
  expect(weights('Mixed_7c.branch_pool.bn.weight')).toBeInstanceOf(Float32Array);
  expect(classifies).toBe(true);
});

test('the classifier may be absent', () => {
  const tensors = file();
  tensors.delete('fc.weight');
  expect(takeWeights(steps, tensors).classifies).toBe(false);
});

test('other tensors are left alone', () => {
  const tensors = file().set('Conv2d_1a_3x3.bn.num_batches_tracked', { shape: [], dtype: 'int32', values: new Int32Array(1) });
  expect(takeWeights(steps, tensors).classifies).toBe(true);
});

test('what is missing or of another shape is named', () => {
  const tensors = file().set('Conv2d_1a_3x3.conv.weight', empty([32, 3, 5, 5]));
  tensors.delete('Mixed_6a.branch3x3.bn.bias');
  expect(() => takeWeights(steps, tensors)).toThrow(
    '[genmodels/incompatible-file] 2 of the 471 tensors of Inception-v3 do not fit: "Conv2d_1a_3x3.conv.weight" must be [32, 3, 3, 3], ' +
      'got [32, 3, 5, 5]; "Mixed_6a.branch3x3.bn.bias" must be [384], got undefined. Give the file of the pytorch-fid project',
  );
});

test("torchvision's weights, which are of another network, are refused by their classes", () => {
  const tensors = file().set('fc.weight', empty([1000, 2048]));
  expect(() => takeWeights(steps, tensors)).toThrow('"fc.weight" must be [1008, 2048], got [1000, 2048]');
});

test('a file of another model is refused', () => {
  expect(() => takeWeights(steps, new Map([['kernel', empty([2, 2])]]))).toThrow('470 of the 470 tensors of Inception-v3 do not fit');
});

/** All tensors that a file needs, without their values. */
function file(prefix = '', of: readonly Step[] = steps): Map<string, HostTensor> {
  const tensors = new Map<string, HostTensor>();
  visitConvolutions(of, 3, ({ name, filters, size }, inputs) => {
    tensors.set(`${prefix}${name}.conv.weight`, empty([filters, inputs, ...size]));
    for (const part of ['weight', 'bias', 'running_mean', 'running_var']) tensors.set(`${prefix}${name}.bn.${part}`, empty([filters]));
  });
  return tensors.set(`${prefix}fc.weight`, empty([1008, 2048]));
}

function empty(shape: readonly number[]): HostTensor {
  return { shape, dtype: 'float32', values: new Float32Array() };
}
