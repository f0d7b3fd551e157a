import { type Batch, check, checkSeed, createRng, type DataSpec, type Rng, show, sizeOf } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { type Augment, createAugment } from '../augmentation/augment.ts';
import { type Annotations, pickAnnotations, takeAnnotations, toAnnotations } from './annotations.ts';
import type { Attributes } from './attributes.ts';
import { type Batches, type BatchOptions, createBatches } from './batches.ts';
import { type BinarizeMode, checkBinarize, drawAllBits, drawBits } from './binarize.ts';
import { drawBalanced } from './draw-balanced.ts';
import type { DatasetOptions } from './from/dataset-options.ts';
import { type AsyncDatasetOptions, isInMemory, readOptions } from './from/read-options.ts';
import { readSpec } from './from/read-spec.ts';
import { pickLabels, toLabels } from './labels.ts';
import { drawParts, type Parts } from './split.ts';
import { pickExamples, readExamples, toValues, type Values } from './values.ts';

/** What a data set is made of, all of it checked. */
interface Contents extends Annotations {
  readonly name: string;
  readonly spec: DataSpec;
  readonly values: Values;
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
  /** What the classes are called, where they have names. */
  readonly classNames?: readonly string[];
  /** What else is known of each example: 0 or 1 for yes or no, a number of a choice from 0, or a measure. */
  readonly attributes?: Attributes;
  readonly #values: Values;
  /** Where a dynamic binarization draws its bits. */
  readonly #draws: Rng | undefined;

  private constructor({ name, spec, values, labels, classNames, attributes, draws }: Contents) {
    this.name = name;
    this.spec = spec;
    this.length = values.data.length / sizeOf(spec.shape);
    if (labels !== undefined) this.labels = labels;
    if (classNames !== undefined) this.classNames = classNames;
    if (attributes !== undefined) this.attributes = attributes;
    this.#values = values;
    this.#draws = draws;
  }

  /**
   * Wraps typed arrays, which must not change afterwards. Throws 'invalid-shape' where lengths do not fit each other, and
   * 'invalid-value' with the index where a value is NaN or outside the domain.
   */
  static from(options: DatasetOptions): Dataset;
  /** Copies a tensor, a Blob of numbers or what an iterable gives into memory. Rejects as above. */
  static from(options: AsyncDatasetOptions): Promise<Dataset>;
  static from(options: DatasetOptions | AsyncDatasetOptions): Dataset | Promise<Dataset> {
    return isInMemory(options) ? Dataset.#of(options) : readOptions(options).then((read) => Dataset.#of(read));
  }

  static #of({ values, name = 'data', ...rest }: DatasetOptions): Dataset {
    const spec = readSpec(rest);
    const length = countExamples(values, spec);
    return new Dataset({ name, spec, values: toValues(values, spec.domain), ...toAnnotations(rest, length) });
  }

  /**
   * Batches without end for `fit`, or in order for evaluation. The same step always gives the same batch; an epoch shows each
   * example once, but for those that do not fill a last batch. `augment` changes pictures at random, by the seed, the step and
   * the place in the batch, before a dynamic binarization draws its bits. Throws 'invalid-argument' where the data is smaller
   * than a batch.
   */
  batches(options: BatchOptions): Batches {
    const { name, spec, length } = this;
    const augment =
      options.augment && createAugment(options.augment, options.seed, name, { ...spec, domain: this.#values.domain });
    return createBatches({ name, spec, length, batch: (indices, step) => this.#batch(indices, step, augment) }, options);
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
    this.#checkCount(count);
    const data = this.#values.data.subarray(0, count * sizeOf(this.spec.shape));
    return this.#with({ values: { ...this.#values, data }, ...takeAnnotations(this, count) });
  }

  /**
   * `count` examples, drawn at random by the seed, but so that classes take turns: as many of each, as far as there are. Throws
   * 'invalid-argument' where the data has no classes, or fewer examples.
   */
  balanced(count: number, { seed }: { readonly seed: number }): Dataset {
    checkSeed(seed);
    this.#checkCount(count);
    const { labels } = this;
    check(
      labels !== undefined,
      'invalid-argument',
      () => `balanced() needs examples with classes, but ${show(this.name)} has none: give it labels, or use split()`,
    );
    return this.#pick(drawBalanced(labels, count, createRng(seed).fork('balanced')));
  }

  /** The same examples, with an attribute of whole numbers from 0 as their classes, which have no names. */
  labelledBy(attribute: string): Dataset {
    const names = Object.keys(this.attributes ?? {});
    check(
      names.includes(attribute),
      'invalid-argument',
      () => `attribute must be one of ${show(names)}, which ${show(this.name)} has, got ${show(attribute)}`,
    );
    return this.#with({ labels: toLabels(this.attributes![attribute]!, this.length), classNames: undefined });
  }

  /**
   * Random parts that share no example: `split(0.9, { seed })` gives 90 % and the rest, `split([50_000, 10_000], { seed })`
   * as many as it says. The same seed gives the same parts.
   */
  split(fraction: number, options: { readonly seed: number }): [Dataset, Dataset];
  split(counts: readonly number[], options: { readonly seed: number }): Dataset[];
  split(parts: Parts, { seed }: { readonly seed: number }): Dataset[] {
    return drawParts(this, parts, seed).map((indices) => this.#pick(indices));
  }

  /**
   * Black and white from intensities: each value is 1 with the probability of its intensity. There is no threshold.
   *
   * 'static' draws once, so that every epoch shows the same bits (Salakhutdinov and Murray 2008; Larochelle and Murray 2011
   * made the fixed draw of MNIST that tables compare on; ours is a draw like it, not the same bits). 'dynamic' draws afresh
   * for every batch. Log-likelihoods of the two must not be compared, and so the name says which it is.
   */
  binarize(mode: BinarizeMode, { seed }: { readonly seed: number }): Dataset {
    checkSeed(seed);
    checkBinarize(mode, this);
    const draws = createRng(seed).fork('binarize');
    const name = `${this.name} (${mode} binarization, seed ${seed})`;
    const spec: DataSpec = { shape: this.spec.shape, domain: 'binary' };
    if (mode === 'dynamic') return this.#with({ name, spec, draws });
    const bits = drawAllBits(this.#values, sizeOf(spec.shape), draws);
    return this.#with({ name, spec, values: toValues(bits, 'binary') });
  }

  #batch(indices: Uint32Array, step: number, augment?: Augment): Batch {
    const { labels } = this;
    const x = this.#read(indices, step, augment && ((values) => augment(values, step)));
    return labels === undefined ? { x } : { x, labels: tf.tensor1d(pickLabels(labels, indices), 'int32') };
  }

  #read(indices: ArrayLike<number>, draw: string | number, change?: (values: Float32Array) => void): tf.Tensor {
    const values = readExamples(this.#values, sizeOf(this.spec.shape), indices);
    change?.(values);
    if (this.#draws !== undefined) drawBits(values, this.#draws.fork(draw));
    return tf.tensor(values, [indices.length, ...this.spec.shape]);
  }

  #checkCount(count: number): void {
    check(
      Number.isInteger(count) && count >= 1 && count <= this.length,
      'invalid-argument',
      () => `count must be an integer from 1 to the ${this.length} examples of ${show(this.name)}, got ${show(count)}`,
    );
  }

  #pick(indices: Uint32Array): Dataset {
    const values = pickExamples(this.#values, sizeOf(this.spec.shape), indices);
    return this.#with({ values, ...pickAnnotations(this, indices) });
  }

  #with(changes: Partial<Contents>): Dataset {
    const { name, spec, labels, classNames, attributes } = this;
    return new Dataset({ name, spec, values: this.#values, labels, classNames, attributes, draws: this.#draws, ...changes });
  }
}

function countExamples(values: ArrayLike<number>, { shape }: DataSpec): number {
  const length = values.length / sizeOf(shape);
  check(
    Number.isInteger(length) && length >= 1,
    'invalid-shape',
    () =>
      `values must hold a whole number of examples of ${sizeOf(shape)} numbers (shape ${show(shape)}), got ${values.length} numbers`,
  );
  return length;
}

function checkIndex(index: number, length: number): void {
  check(
    Number.isInteger(index) && index >= 0 && index < length,
    'invalid-argument',
    () => `indices must be integers from 0 to ${length - 1}, got ${show(index)}`,
  );
}
