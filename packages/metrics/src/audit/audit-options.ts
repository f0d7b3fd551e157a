import { check, show } from '@genmodels/core';
import { checkAlike } from '../features/check-alike.ts';
import { type Features, type FeaturesLike, toFeatures } from '../features/features.ts';

export interface AuditOptions {
  readonly generated: FeaturesLike;
  /** What the generator learned from. */
  readonly training: FeaturesLike;
  /** Examples like those of the training set which it did not learn from: they say how near is suspicious. */
  readonly heldOut?: FeaturesLike;
  /** The distance at which two examples are nearly the same. @default where 1 % of the held-out are from a training example */
  readonly nearness?: number;
  /** How many of the closest pairs are listed. @default 16 */
  readonly pairs?: number;
  readonly signal?: AbortSignal;
}

export interface AuditedSets {
  readonly generated: Features;
  readonly training: Features;
  readonly heldOut?: Features;
}

/** The sets of an audit, read and checked, and the nearness too. */
export async function readAuditedSets(options: AuditOptions): Promise<AuditedSets> {
  const { nearness } = options;
  check(
    nearness === undefined || (nearness >= 0 && Number.isFinite(nearness)),
    'invalid-argument',
    () => `nearness must be a distance of at least 0, got ${show(nearness)}`,
  );
  const generated = await readSome(options.generated, 'generated');
  const training = await toFeatures(options.training, 'training');
  checkAlike(training, generated, 'training and generated');
  if (options.heldOut === undefined) return { generated, training };
  const heldOut = await readSome(options.heldOut, 'heldOut');
  checkAlike(training, heldOut, 'training and heldOut');
  return { generated, training, heldOut };
}

/** A set whose examples are compared with each other. */
async function readSome(given: FeaturesLike, part: string): Promise<Features> {
  const features = await toFeatures(given, part);
  check(features.length > 1, 'invalid-argument', () => `${part} must hold at least 2 examples, got ${features.length}`);
  return features;
}
