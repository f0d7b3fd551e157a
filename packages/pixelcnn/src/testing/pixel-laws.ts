import type { Law } from '@genmodels/core/testing';
import { causalityLaws } from './causality-laws.ts';
import { completeLaws } from './complete-laws.ts';
import { distributionLaws } from './distribution-laws.ts';
import { machineLaw } from './machine-law.ts';
import { memoryLaw } from './memory-law.ts';
import { completeSubject, type PixelModelUnderTest } from './pixel-model-under-test.ts';

/** What every model of this package keeps: `for (const law of pixelLaws({ create })) test(law.name, law.run)`. */
export function pixelLaws(subject: PixelModelUnderTest): Law[] {
  const whole = completeSubject(subject);
  return [...causalityLaws(whole), ...distributionLaws(whole), machineLaw(whole), ...completeLaws(whole), memoryLaw(whole)];
}
