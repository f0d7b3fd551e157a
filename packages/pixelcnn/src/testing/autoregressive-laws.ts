import type { Law } from '@genmodels/core/testing';
import { pixelLaws } from './pixel-laws.ts';
import { completeSubject, type PixelModelUnderTest } from './pixel-model-under-test.ts';
import { samplingLaws } from './sampling-laws.ts';
import { type TrainedModelUnderTest, trainingLaws } from './training-laws.ts';

/** All that a model keeps that sees images as one row of pixels: what it may see, training, files, drawing. */
export function autoregressiveLaws(subject: PixelModelUnderTest & TrainedModelUnderTest): Law[] {
  const whole = completeSubject(subject);
  return [...trainingLaws(subject, whole.specs), ...samplingLaws(whole), ...pixelLaws(subject)];
}
