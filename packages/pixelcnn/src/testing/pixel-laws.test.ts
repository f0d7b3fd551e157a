import { MaskedConv2d, type PixelDraw, type PixelNetwork } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import type { PixelCnnNetwork } from '../networks/pixel-cnn-network.ts';
import { PixelCnn, type PixelCnnOptions } from '../pixel-cnn.ts';
import { pixelLaws } from './pixel-laws.ts';

const layersOf = (network: PixelNetwork) => network as PixelCnnNetwork;

// Laws that nothing breaks say nothing. Each of these models is wrong in one way.

const wrongs: readonly (readonly [wrong: string, law: RegExp, message: RegExp, tamper: (model: PixelCnn) => object])[] = [
  ['its first layer sees its own pixel', /no parameter depends/, /must not change with value/, ({ network }) => unmask(layersOf(network).input)],
  ['a later layer sees the pixel to the right', /no parameter depends/, /must not change with value/, ({ network }) => unmask(layersOf(network).blocks[0]!.masked)],
  ['a weight is 0 for the machine alone', /exactly the pixels/, /change with pixel 0, 0, but the receptive field says 0/, ({ network }) => scaleForMachine(layersOf(network).input, 0)],
  ['a weight is another one for the machine', /what is remembered/, /must agree to/, ({ network }) => scaleForMachine(layersOf(network).output, 1.001)],
  ['its probabilities are too large', /sum to 1/, /must sum to 1, got 1\.(09|10)/, (model) => ({ logProb: after(model.logProb.bind(model), (nats) => tf.add(nats, Math.log(1.1))) })],
  ['its draws lean to one side', /as frequent as/, /must be as frequent as the model says/, (model) => drawWith(model, (from) => ({ ...from, uniforms: from.uniforms.map((u) => u ** 1.3) }))],
  ['it does not care about temperature', /temperature/, /samples at temperature 0.5/, (model) => drawWith(model, (from) => ({ ...from, temperature: 1 }))],
  ['its samples are no levels', /exact levels/, /must be one of 3 levels/, (model) => drawWith(model, (from) => from, (value) => 0.99 * value)],
  ['its samples have few levels', /exact levels/, /must be of many of them/, (model) => drawWith(model, (from) => from, Math.round)],
  ['it changes given pixels a little', /keeps given pixels/, /is given and must stay/, (model) => ({ complete: afterAll(model.complete.bind(model), (x) => tf.mul(x, 1 - 1e-7)) })],
  ['it forgets the mask', /of which all is given/, /must be/, (model) => ({ complete: (x: tf.Tensor, mask: tf.Tensor, options: { seed: number }) => PixelCnn.prototype.complete.call(model, x, tf.onesLike(mask), options) })],
  ['it leaves a tensor behind', /leave no tensor/, /logProb must leave no tensor behind, got 1/, (model) => ({ logProb: after(model.logProb.bind(model), (nats) => (tf.keep(tf.scalar(0)), tf.clone(nats))) })],
];

describe.each(wrongs)('%s', (_, law, message, tamper) => {
  const create = (options: PixelCnnOptions) => {
    const model = new PixelCnn({ ...options, filters: 6, blocks: 1, kernelSize: 3, hidden: 6 });
    return Object.assign(model, tamper(model));
  };
  const [broken, ...others] = pixelLaws({ create }).filter(({ name }) => law.test(name));
  test(`breaks: ${broken!.name}`, () => expect(broken!.run()).rejects.toThrow(message));
  test('which is one law', () => expect(others).toEqual([]));
});

/** Lets a layer look at all that its kernel has room for. */
function unmask(layer: MaskedConv2d): object {
  return Object.assign(layer, { mask: tf.onesLike(layer.mask) }) && {};
}

/** What the machine reads of a layer is not what the tensors go through. */
function scaleForMachine(layer: MaskedConv2d, factor: number): object {
  const { apply, effectiveKernel } = MaskedConv2d.prototype;
  const own = Object.create(layer, { effectiveKernel: { value: effectiveKernel } }) as MaskedConv2d;
  return Object.assign(layer, { apply: apply.bind(own), effectiveKernel: () => tf.mul(effectiveKernel.call(layer), factor) }) && {};
}

function drawWith({ distribution }: PixelCnn, change: (from: PixelDraw) => PixelDraw, result = (value: number) => value): object {
  const draw = (from: PixelDraw) => {
    distribution.draw(change(from));
    from.pixel[from.turn] = result(from.pixel[from.turn]!);
  };
  return { distribution: { ...distribution, draw } };
}

function after<A extends unknown[], T extends tf.Tensor>(method: (...given: A) => T, change: (result: T) => T): (...given: A) => T {
  return (...given) => tf.tidy(() => change(method(...given)));
}

function afterAll<A extends unknown[], T extends tf.Tensor>(method: (...given: A) => Promise<T>, change: (result: T) => T): (...given: A) => Promise<T> {
  return async (...given) => change(await method(...given));
}
