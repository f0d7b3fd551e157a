import {
  activationNames,
  createRng,
  gradientPenalty,
  namedVariables,
  r1Penalty,
  registerGradients,
  trainableVariables,
} from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GanConfig } from './config.ts';
import { GanDiscriminator } from './gan-discriminator.ts';
import type { GanNetwork } from './network.ts';
import { dcgan } from './networks/dcgan.ts';
import { mlp } from './networks/mlp.ts';
import { resnet } from './networks/resnet.ts';
import { slopes } from './testing/slopes.ts';

beforeAll(registerGradients);

/** Relative: float32 rounds a penalty of the order of 1 such that its differences are right to some 1e-4. The worst case seen is 1.3e-3. */
const TOLERANCE = 3e-3;

const points: GanConfig['spec'] = { shape: [2], domain: 'real' };
const images: GanConfig['spec'] = { shape: [5, 6, 2], domain: 'unit' };

interface Case {
  readonly name: string;
  readonly network: GanNetwork;
  readonly spec: GanConfig['spec'];
  /** Of its activation: relu, leakyRelu and elu have one. */
  readonly bend: boolean;
  readonly spectralNorm?: boolean;
  readonly classes?: number;
}

const bent: readonly string[] = ['relu', 'leakyRelu', 'elu'];
const small = mlp({ hidden: [5, 4], activation: 'tanh' });
const cases: Case[] = [
  ...activationNames.map((activation) => {
    return { name: `mlp, ${activation}`, network: mlp({ hidden: [5, 4], activation }), spec: points, bend: bent.includes(activation) };
  }),
  { name: 'mlp, spectral norm', network: small, spec: points, bend: false, spectralNorm: true },
  { name: 'mlp, classes', network: small, spec: points, bend: false, classes: 3 },
  { name: 'dcgan, layer norm', network: dcgan({ width: 2, layers: 2 }), spec: images, bend: true },
  { name: 'dcgan, spectral norm', network: dcgan({ width: 2, layers: 2 }), spec: images, bend: true, spectralNorm: true },
  { name: 'resnet', network: resnet({ width: 2, layers: 2 }), spec: images, bend: true },
  { name: 'resnet, spectral norm', network: resnet({ width: 2, layers: 2 }), spec: images, bend: true, spectralNorm: true },
];

/**
 * Biases of their own for units with a smooth activation. Those of the others are pushed off their bends, half of them to either side,
 * the more the deeper they are: across a bend no difference quotient is a slope.
 */
function setBiases(discriminator: GanDiscriminator, bend: boolean): void {
  let push = 1;
  for (const [name, variable] of namedVariables(discriminator)) {
    if (name.endsWith('scale')) variable.assign(tf.mul(variable, 0.3));
    if (!/(bias|offset)$/.test(name)) continue;
    push *= 2;
    const signs = tf.tensor1d(Array.from({ length: variable.size }, (_, unit) => (unit % 2 === 0 ? 1 : -1)));
    variable.assign(bend ? tf.mul(signs, push) : createRng(4).fork(name).normal(variable.shape as [number]));
  }
}

function examples({ spec }: Case, name: string): tf.Tensor {
  return tf.mul(0.3, createRng(2).fork(name).normal([3, ...spec.shape] as [number]));
}

describe.each(['cpu', 'wasm', 'simd'])('on %s', (backend) => {
  beforeAll(async () => void (await tf.setBackend(backend)));
  afterAll(async () => void (await tf.setBackend('simd')));

  describe.each(cases)('$name', (each) => {
    const { network, spec, bend, spectralNorm = false, classes = 0 } = each;

    test.each(['the gradient penalty', 'R1'])('the slope of %s agrees with finite differences', async (penalty) => {
      const discriminator = new GanDiscriminator({ network, spec, spectralNorm, classes, seed: 1, apart: true, bias: false });
      setBiases(discriminator, bend);
      const labels = tf.tensor1d([0, 2, 1], 'int32');
      const critic = (x: tf.Tensor): tf.Tensor => discriminator.apply(x, 'train', labels);
      const [real, fake] = [examples(each, 'real'), examples(each, 'fake')];
      const values = () => (penalty === 'R1' ? r1Penalty(critic, real) : gradientPenalty(critic, real, fake, createRng(3)));
      const { gradient, difference } = await slopes(trainableVariables(discriminator), () => tf.mean(values()));
      expect(Math.abs(difference), 'the penalty must depend on the weights').toBeGreaterThan(1e-3);
      expect(Math.abs(gradient / difference - 1), `${gradient} is not ${difference}`).toBeLessThan(TOLERANCE);
    });
  });
});
