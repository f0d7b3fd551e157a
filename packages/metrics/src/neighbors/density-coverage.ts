import { estimateMean } from '../score/estimate-mean.ts';
import { Score } from '../score/score.ts';
import { countInBalls } from './ball-counts.ts';
import { manifoldFields } from './manifold-fields.ts';
import { type ManifoldOptions, readManifolds } from './manifold-options.ts';
import { squaredNeighborRadii } from './neighbor-radii.ts';

/**
 * Density and coverage (Naeem et al. 2020, 2002.09797, section 3): with a closed ball around each reference example that reaches to
 * the k-th nearest of the others (k = 5 in the paper), `density` is the mean number of balls around a generated example, divided by
 * k, and `coverage` the share of the balls that hold a generated example. Density is 1 on average where both sets come from one
 * distribution, and more where samples crowd where the reference is dense; coverage is from 0 to 1, and for n of both from one
 * distribution about 1 - 2^-k.
 *
 * Balls around the reference alone are what an outlier among the generated cannot enlarge, as it does those of recall; and one
 * reference outlier counts for one ball of many.
 *
 * The interval of the density takes the balls for given. Coverage has none: its balls overlap, so that they are not hit independently,
 * and examples drawn again with replacement would leave balls empty that are not.
 *
 * Rejects with 'invalid-argument' where the reference has not more than k examples, and the signal's reason when aborted.
 */
export async function densityCoverage(options: ManifoldOptions): Promise<{ density: Score; coverage: Score }> {
  const { k = 5, confidence, signal } = options;
  const pair = await readManifolds(options, k);
  const { reference, generated } = pair;
  const squaredRadii = await squaredNeighborRadii(reference, k, signal);
  const { ofPoints, ofBalls } = await countInBalls({ points: generated, centres: reference, squaredRadii, signal });
  const fields = manifoldFields(pair, k);
  const perBall = Float64Array.from(ofPoints, (balls) => balls / k);
  const density = estimateMean(perBall, { confidence, method: 'normal, over generated, balls kept' });
  const covered = ofBalls.reduce((sum, points) => sum + Math.sign(points), 0);
  return {
    density: new Score({ ...fields, metric: 'density', ...density }),
    coverage: new Score({ ...fields, metric: 'coverage', value: covered / reference.length }),
  };
}
