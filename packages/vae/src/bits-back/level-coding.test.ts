import { createRng, type DataSpec, sizeOf } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import type { Likelihood } from '../likelihood.ts';
import { bernoulli } from '../likelihoods/bernoulli.ts';
import { discretizedLogistic } from '../likelihoods/discretized-logistic.ts';
import { bernoulliCoding } from './bernoulli-coding.ts';
import { discretizedLogisticCoding } from './discretized-logistic-coding.ts';
import type { CodingFamily } from './level-coding.ts';

const cases: readonly [name: string, Likelihood, CodingFamily, DataSpec, spread: number][] = [
  ['bernoulli', bernoulli(), bernoulliCoding(), { shape: [2, 3, 1], domain: 'binary' }, 3],
  ['logistic, a scale an example', discretizedLogistic(), discretizedLogisticCoding(), { shape: [2, 2, 3], domain: { levels: 9 } }, 1],
  ['logistic, a scale a value', discretizedLogistic({ scale: 'value' }), discretizedLogisticCoding({ scale: 'value' }), { shape: [3, 2], domain: { levels: 256 } }, 1],
  ['logistic, of binary data', discretizedLogistic(), discretizedLogisticCoding(), { shape: [5], domain: 'binary' }, 1],
  ['logistic, sharper than its floor', discretizedLogistic({ scale: 'value' }), discretizedLogisticCoding({ scale: 'value' }), { shape: [4], domain: { levels: 5 } }, 12],
];

test.each(cases)('%s: the masses between the levels are those of logProb', (_, likelihood, family, spec, spread) => {
  const { levels, cdf } = family.coding(spec);
  const size = sizeOf(spec.shape);
  const parameters = createRng(1).fillNormal(new Float32Array(sizeOf(likelihood.output(spec).shape))).map((value) => spread * value);
  const below = cdf(parameters);
  const rng = createRng(2);
  for (let example = 0; example < 20; example++) {
    const x = Array.from({ length: size }, () => Math.floor(rng.next() * levels));
    const masses = x.map((level, place) => (level === levels - 1 ? 1 : below(place, level + 1)) - (level === 0 ? 0 : below(place, level)));
    const logProb = tf.tidy(() => {
      const values = tf.tensor(x.map((level) => level / (levels - 1)), [1, ...spec.shape]);
      return likelihood.logProb(values, tf.tensor(parameters, [1, ...likelihood.output(spec).shape]), spec).dataSync()[0]!;
    });
    const [got, wanted] = [masses.reduce((product, mass) => product * mass, 1), Math.exp(logProb)];
    expect(Math.abs(got - wanted)).toBeLessThan(1e-6); // each of the factors is right to 2e-7
  }
});

test.each<[string, DataSpec['domain']]>([
  ['grey', 'unit'],
  ['levels', { levels: 5 }],
])('bernoulli gives no probabilities to %s', (_, domain) => {
  expect(() => bernoulliCoding().coding({ shape: [2], domain })).toThrow('[genmodels/invalid-argument] bernoulli() gives probabilities to binary data alone');
});
