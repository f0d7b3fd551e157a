import {
  type Batch,
  check,
  checkSeed,
  createRng,
  type DataSpec,
  type Domain,
  drawPermutation,
  type Rng,
  show,
  sizeOf,
} from '@genmodels/core';
import * as config from '@genmodels/core/config';
import * as tf from '@tensorflow/tfjs-core';
import { type Attributes, mapAttributes, pickNumbers, toAttributes } from './attributes.ts';
import { type Batches, type BatchOptions, createBatches } from './batches.ts';
import { drawBits } from './binarize.ts';
import { bytesToValues, pickExamples, readExamples, toValues, type Values } from './values.ts';

export interface DatasetOptions {
  /**
   * Example after example, each in the order of its shape (an image row by row, a pixel's channels together). Numbers of the
   * domain, or bytes: the numbers of its steps, so 0 to 255 stand for 0 to 1 in `{ levels: 256 }`, and 0 and 1 are 'binary'.
   */
  readonly values: Float32Array | Uint8Array;
  /** Of one example: [height, width, channels], [time, channels] or [dimensions]. */
  readonly shape: readonly number[];
  readonly domain: Domain;
  /** A class for each example: integers from 0. */
  readonly labels?: ArrayLike<number>;
  /** What else is known of each example, by name: one number an example. */
  readonly attributes?: Attributes;
  /** What reports and errors call the data. @default 'data' */
  readonly name?: string;
}

interface Parts {
  readonly name: string;
  readonly spec: DataSpec;
  readonly values: Values;
  readonly labels?: Int32Array | undefined;
  readonly attributes?: Attributes | undefined;
  readonly draws?: Rng | undefined;
}

/** Examples in memory, on typed arrays. It never changes: `take`, `split` and `binarize` give new ones. */
export class Dataset {
  readonly name: string;
  readonly spec: DataSpec;
  /** How many examples. */
  readonly length: number;
  /** The class of each example, where the data has classes. */
  readonly labels?: Int32Array;
  /** What else is known of each example: 0 or 1 for yes or no, a number of a choice from 0, or a measure. */
  readonly attributes?: Attributes;
  readonly #values: Values;
  /** Where a dynamic binarization draws its bits. */
  readonly #draws: Rng | undefined;

  private constructor({ name, spec, values, labels, attributes, draws }: Parts) {
    this.name = name;
    this.spec = spec;
    this.length = values.data.length / sizeOf(spec.shape);
    if (labels !== undefined) this.labels = labels;
    if (attributes !== undefined) this.attributes = attributes;
    this.#values = values;
    this.#draws = draws;
  }

  /**
   * Wraps typed arrays, which must not change afterwards. Throws 'invalid-shape' where lengths do not fit each other, and
   * 'invalid-value' with the index where a value is NaN or outside the domain.
   */
  static from({ values, shape, domain, labels, attributes, name = 'data' }: DatasetOptions): Dataset {
    const spec = config.dataSpec()({ shape, domain }, 'spec');
    const length = values.length / sizeOf(spec.shape);
    check(
      Number.isInteger(length) && length >= 1,
      'invalid-shape',
      () =>
        `values must hold a whole number of examples of ${sizeOf(spec.shape)} numbers (shape ${show(shape)}), got ${values.length} numbers`,
    );
    return new Dataset({
      name,
      spec,
      values: toValues(values, spec.domain),
      labels: labels && toLabels(labels, length),
      attributes: attributes && toAttributes(attributes, length),
    });
  }

  /**
   * Batches without end for `fit`, or in order for evaluation. The same step always gives the same batch; an epoch shows each
   * example once, but for those that do not fill a last batch. Throws 'invalid-argument' where the data is smaller than a batch.
   */
  batches(options: BatchOptions): Batches {
    const { name, spec, length } = this;
    return createBatches({ name, spec, length, batch: (indices, step) => this.#batch(indices, step) }, options);
  }

  /** The examples at `indices` as [count, ...shape], which the caller disposes. Of a dynamic binarization: always one draw. */
  examples(indices: ArrayLike<number>): tf.Tensor {
    for (let i = 0; i < indices.length; i++) checkIndex(indices[i]!, this.length);
    return this.#read(indices, 'examples');
  }

  /** The pictures at `indices` as [count, height, width, channels], which the caller disposes. */
  images(indices: ArrayLike<number>): tf.Tensor4D {
    check(
      this.spec.shape.length === 3,
      'invalid-argument',
      () =>
        `images() needs examples of shape [height, width, channels], but ${show(this.name)} has ${show(this.spec.shape)}: use examples()`,
    );
    return this.examples(indices) as tf.Tensor4D;
  }

  /** The first `count` examples. */
  take(count: number): Dataset {
    check(
      Number.isInteger(count) && count >= 1 && count <= this.length,
      'invalid-argument',
      () => `count must be an integer from 1 to the ${this.length} examples of ${show(this.name)}, got ${show(count)}`,
    );
    const data = this.#values.data.subarray(0, count * sizeOf(this.spec.shape));
    const attributes = this.attributes && mapAttributes(this.attributes, (column) => column.subarray(0, count));
    return this.#with({ values: { ...this.#values, data }, labels: this.labels?.subarray(0, count), attributes });
  }

  /** The same examples, with an attribute of whole numbers from 0 as their classes. */
  labelledBy(attribute: string): Dataset {
    const names = Object.keys(this.attributes ?? {});
    check(
      names.includes(attribute),
      'invalid-argument',
      () => `attribute must be one of ${show(names)}, which ${show(this.name)} has, got ${show(attribute)}`,
    );
    return this.#with({ labels: toLabels(this.attributes![attribute]!, this.length) });
  }

  /**
   * Random parts that share no example: `split(0.9, { seed })` gives 90 % and the rest, `split([50_000, 10_000], { seed })`
   * as many as it says. The same seed gives the same parts.
   */
  split(fraction: number, options: { readonly seed: number }): [Dataset, Dataset];
  split(counts: readonly number[], options: { readonly seed: number }): Dataset[];
  split(parts: number | readonly number[], { seed }: { readonly seed: number }): Dataset[] {
    const counts = typeof parts === 'number' ? toCounts(parts, this.length) : parts;
    const total = counts.reduce((sum, count) => sum + count, 0);
    check(
      counts.every((count) => Number.isInteger(count) && count >= 1) && total <= this.length,
      'invalid-argument',
      () =>
        `parts must be integers of at least 1 that add up to at most the ${this.length} examples of ${show(this.name)}, got ${show(counts)}`,
    );
    checkSeed(seed);
    const order = drawPermutation(this.length, createRng(seed).fork('split'));
    let end = 0;
    return counts.map((count) => {
      end += count;
      return this.#pick(order.subarray(end - count, end));
    });
  }

  /**
   * Black and white from intensities: each value is 1 with the probability of its intensity. There is no threshold.
   *
   * 'static' draws once, so that every epoch shows the same bits (Salakhutdinov and Murray 2008; Larochelle and Murray 2011
   * made the fixed draw of MNIST that tables compare on; ours is a draw like it, not the same bits). 'dynamic' draws afresh
   * for every batch. Log-likelihoods of the two must not be compared, and so the name says which it is.
   */
  binarize(mode: 'static' | 'dynamic', { seed }: { readonly seed: number }): Dataset {
    checkSeed(seed);
    check(
      mode === 'static' || mode === 'dynamic',
      'invalid-argument',
      () => `mode must be 'static' or 'dynamic', got ${show(mode)}`,
    );
    check(
      this.spec.domain !== 'real' && this.spec.domain !== 'binary',
      'invalid-argument',
      () => `binarize() needs intensities from 0 to 1, but ${show(this.name)} has the domain ${show(this.spec.domain)}`,
    );
    const draws = createRng(seed).fork('binarize');
    const name = `${this.name} (${mode} binarization, seed ${seed})`;
    const spec: DataSpec = { shape: this.spec.shape, domain: 'binary' };
    if (mode === 'dynamic') return this.#with({ name, spec, draws });
    return this.#with({ name, spec, values: bytesToValues(this.#drawOnce(draws), 'binary') });
  }

  /** Each example has its own stream, so that its bits do not depend on how many others there are. */
  #drawOnce(draws: Rng): Uint8Array {
    const size = sizeOf(this.spec.shape);
    const bits = new Uint8Array(this.length * size);
    for (let i = 0; i < this.length; i++) bits.set(drawBits(readExamples(this.#values, size, [i]), draws.fork(i)), i * size);
    return bits;
  }

  #batch(indices: Uint32Array, step: number): Batch {
    const { labels } = this;
    const x = this.#read(indices, step);
    return labels === undefined ? { x } : { x, labels: tf.tensor1d(pickLabels(labels, indices), 'int32') };
  }

  #read(indices: ArrayLike<number>, draw: string | number): tf.Tensor {
    const values = readExamples(this.#values, sizeOf(this.spec.shape), indices);
    if (this.#draws !== undefined) drawBits(values, this.#draws.fork(draw));
    return tf.tensor(values, [indices.length, ...this.spec.shape]);
  }

  #pick(indices: Uint32Array): Dataset {
    return this.#with({
      values: pickExamples(this.#values, sizeOf(this.spec.shape), indices),
      labels: this.labels && pickLabels(this.labels, indices),
      attributes: this.attributes && mapAttributes(this.attributes, (column) => pickNumbers(column, indices)),
    });
  }

  #with(changes: Partial<Parts>): Dataset {
    return new Dataset({
      name: this.name,
      spec: this.spec,
      values: this.#values,
      labels: this.labels,
      attributes: this.attributes,
      draws: this.#draws,
      ...changes,
    });
  }
}

function checkIndex(index: number, length: number): void {
  check(
    Number.isInteger(index) && index >= 0 && index < length,
    'invalid-argument',
    () => `indices must be integers from 0 to ${length - 1}, got ${show(index)}`,
  );
}

function toCounts(fraction: number, length: number): [number, number] {
  const first = Math.round(fraction * length);
  check(
    first >= 1 && first < length,
    'invalid-argument',
    () => `a fraction must leave examples in both parts of the ${length}, got ${show(fraction)}`,
  );
  return [first, length - first];
}

function pickLabels(labels: Int32Array, indices: Uint32Array): Int32Array {
  return Int32Array.from(indices, (index) => labels[index]!);
}

function toLabels(labels: ArrayLike<number>, length: number): Int32Array {
  check(
    labels.length === length,
    'invalid-shape',
    () => `labels must hold one class for each of ${length} examples, got ${labels.length}`,
  );
  const copy = Int32Array.from(labels);
  for (let i = 0; i < length; i++) {
    check(
      labels[i] === copy[i] && copy[i]! >= 0,
      'invalid-value',
      () => `labels[${i}] must be an integer from 0, got ${show(labels[i])}`,
    );
  }
  return copy;
}
