import { Conv2d, check, type DataSpec, Embedding, type Rng, relu, show } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';

export interface ConditionerOptions {
  readonly classes: number;
  readonly mapChannels: number;
  readonly shape: readonly number[];
}

/** What an image may be conditioned on, as tensors. */
export interface GivenCondition {
  readonly labels?: tf.Tensor1D;
  readonly map?: tf.Tensor4D;
}

/** A condition of tensors or of anything else that has their shape. */
export interface ConditionShapes {
  readonly labels?: { readonly shape: readonly number[] } | undefined;
  readonly map?: { readonly shape: readonly number[] } | undefined;
}

/** Channels of what the network sees of a condition. */
export const conditionChannels = 32;

/** For a model of this config; nothing where it is unconditional. */
export function openConditioner({ spec, classes, mapChannels }: ConditionerConfig, rng: Rng): Conditioner | null {
  return classes + mapChannels === 0 ? null : new Conditioner({ classes, mapChannels, shape: spec.shape }, rng);
}

interface ConditionerConfig {
  readonly spec: DataSpec;
  readonly classes: number;
  readonly mapChannels: number;
}

/**
 * Makes of a class, or of a map, what the network adds to its features: [batch, 1, 1, channels], or [batch, height, width, channels]
 * from two convolutions, which may look anywhere, since all of the map is there before the first pixel.
 */
export class Conditioner {
  readonly classes: Embedding | null;
  readonly map: readonly Conv2d[];
  readonly size: 'pixel' | 'map';
  readonly #options: ConditionerOptions;

  constructor(options: ConditionerOptions, rng: Rng) {
    const { classes, mapChannels } = options;
    const filters = conditionChannels;
    this.#options = options;
    this.size = mapChannels > 0 ? 'map' : 'pixel';
    this.classes = classes > 0 ? new Embedding({ count: classes, dimensions: filters }, rng.fork('classes')) : null;
    const inputs = mapChannels > 0 ? [mapChannels, filters] : [];
    this.map = inputs.map((inputs, i) => new Conv2d({ inputs, filters, kernelSize: 5 }, rng.fork('map').fork(i)));
  }

  /** Called inside a tidy. Refuses a condition that is not the one that the model was built for. */
  apply({ labels, map }: GivenCondition, count: number): tf.Tensor4D {
    checkCondition(this.#options, { labels, map }, count);
    const place = map && this.map.reduce((h, layer, i) => layer.apply(h, i === 0 ? relu : undefined), map);
    const kind = labels && this.classes && tf.reshape(this.classes.apply(labels), [count, 1, 1, conditionChannels]);
    return (place && kind ? tf.add(place, kind) : (place ?? kind)) as tf.Tensor4D;
  }
}

/** Refuses a condition that is not the one that a model of these options wants for so many images. */
export function checkCondition(
  { classes, mapChannels, shape }: ConditionerOptions,
  { labels, map }: ConditionShapes,
  count: number,
): void {
  check(
    classes > 0 || labels === undefined,
    'invalid-argument',
    () => 'labels must not be given to a model without classes: build it with `classes`',
  );
  check(
    mapChannels > 0 || map === undefined,
    'invalid-argument',
    () => 'map must not be given to a model without one: build it with `mapChannels`',
  );
  check(
    classes === 0 || labels?.shape[0] === count,
    'invalid-shape',
    () => `labels must be int32 [${count}], one of ${classes} classes an image, got ${show(labels?.shape)}`,
  );
  const wanted = [count, shape[0], shape[1], mapChannels];
  check(
    mapChannels === 0 || String(map?.shape) === String(wanted),
    'invalid-shape',
    () => `map must be of shape ${show(wanted)}, got ${show(map?.shape)}`,
  );
}
