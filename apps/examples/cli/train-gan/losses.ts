import { check } from '@genmodels/core';
import { type GanLoss, hinge, leastSquares, minimax, nonSaturating, wasserstein, wassersteinGp } from '@genmodels/gan';

/** Losses whose discriminator has a target for real examples. */
const targeted = { 'non-saturating': nonSaturating, minimax, 'least-squares': leastSquares };

const others = { hinge, wasserstein, 'wasserstein-gp': wassersteinGp };

export type LossName = keyof typeof targeted | keyof typeof others;

export const lossNames = Object.keys({ ...targeted, ...others }) as [LossName, ...LossName[]];

/** Throws 'invalid-argument' for a smoothed target of a loss that has none. */
export function buildLoss(name: LossName, labelSmoothing: number): GanLoss {
  if (isTargeted(name)) return targeted[name]({ labelSmoothing });
  check(
    labelSmoothing === 0,
    'invalid-argument',
    () => `--label-smoothing is for --loss ${Object.keys(targeted).join(', ')}, ${name} has no target`,
  );
  return others[name]();
}

function isTargeted(name: LossName): name is keyof typeof targeted {
  return name in targeted;
}
