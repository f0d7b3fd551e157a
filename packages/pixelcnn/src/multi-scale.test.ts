import { adam, type BatchSource, createRng, type DataSpec, fit, load, toBytes } from '@genmodels/core';
import { modelLaws, samplerLaws } from '@genmodels/core/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { MultiScale } from './multi-scale.ts';
import { chiSquareDeviations } from './testing/chi-square.ts';
import { completeLaws } from './testing/complete-laws.ts';
import { distributionLaws } from './testing/distribution-laws.ts';
import { allImages, countImages } from './testing/image-space.ts';
import { memoryLaw } from './testing/memory-law.ts';
import { completeSubject } from './testing/pixel-model-under-test.ts';
import { setRandomWeights } from './testing/set-weights.ts';

const spec: DataSpec = { shape: [5, 4, 1], domain: 'binary' };
const tiny = { spec, filters: 4, blocks: 2, kernelSize: 3, hidden: 5, seed: 1 };

const source: BatchSource = {
  spec,
  stepsPerEpoch: 4,
  batch: (step) => ({ x: tf.tidy(() => tf.round(createRng(1).fork(step).uniform([6, ...spec.shape]))) }),
};

describe('MultiScale', () => {
  const laws = modelLaws({
    create: () => new MultiScale(tiny),
    rebuild: (config) => MultiScale.fromConfig(config),
    save: toBytes,
    load: (bytes) => load(bytes, [MultiScale]),
    source,
    random: false,
  });
  test.each(laws)('$name', ({ run }) => run());
  test.each(samplerLaws({ create: () => new MultiScale(tiny), spec }))('$name', ({ run }) => run());
});

describe('MultiScale as a distribution', () => {
  const subject = completeSubject({
    create: (options) => new MultiScale({ ...options, filters: 6, blocks: 1, kernelSize: 3, hidden: 6 }),
    pixel: null, // an image of one pixel has no second scale
  });
  const laws = [...distributionLaws(subject), ...completeLaws(subject), memoryLaw(subject)];
  test.each(laws)('$name', ({ run }) => run());
});

