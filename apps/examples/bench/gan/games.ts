import { adam, type Optimizer, rmsProp } from '@genmodels/core';
import {
  type GanLoss,
  type GanOptions,
  hinge,
  leastSquares,
  minimax,
  nonSaturating,
  wasserstein,
  wassersteinGp,
} from '@genmodels/gan';

/** A loss, what holds its discriminator in check, and how both players learn. */
export interface Game {
  readonly name: string;
  readonly title: string;
  readonly rules: Pick<GanOptions, 'spectralNorm' | 'r1'> & { readonly loss: GanLoss };
  readonly optimizer: Optimizer;
}

/**
 * In the order of the table. Optimizers and betas are the papers', their learning rates are larger, for thousands of steps where a paper
 * takes a hundred thousand (Wasserstein's 5e-5 becomes 1e-3). Penalties weigh less and weights may grow more than for images, so that
 * a discriminator can be as steep as modes are narrow: the authors of WGAN-GP take 0.1, too, for points like these.
 */
export function allGames(): Game[] {
  const optimizer = adam({ learningRate: 5e-3, beta1: 0.5, beta2: 0.9 });
  const slow = rmsProp({ learningRate: 1e-3 });
  return [
    { name: 'minimax', title: 'minimax', rules: { loss: minimax() }, optimizer },
    { name: 'non-saturating', title: 'non-saturating', rules: { loss: nonSaturating() }, optimizer },
    { name: 'non-saturating-r1', title: 'non-saturating, R1 of 0.02', rules: { loss: nonSaturating(), r1: 0.02 }, optimizer },
    { name: 'least-squares', title: 'least squares', rules: { loss: leastSquares() }, optimizer },
    { name: 'hinge', title: 'hinge', rules: { loss: hinge() }, optimizer },
    { name: 'hinge-spectral', title: 'hinge, spectral norm', rules: { loss: hinge(), spectralNorm: true }, optimizer },
    { name: 'wasserstein', title: 'Wasserstein, clipped at 0.1', rules: { loss: wasserstein({ clip: 0.1 }) }, optimizer: slow },
    { name: 'wasserstein-gp', title: 'Wasserstein, penalty of 0.1', rules: { loss: wassersteinGp({ weight: 0.1 }) }, optimizer },
  ];
}

export function gameOf(name: string): Game {
  return allGames().find((game) => game.name === name)!;
}
