import { direction } from '../direction.ts';
import type { Cloud } from './cloud.ts';
import { noisyCurves } from './noisy-curves.ts';

/**
 * Two half circles of radius 2 that hold each other, with noise of sigma 0.2: the upper one (label 0) around [-1, -0.2], the
 * lower one around [1, 0.8]. scikit-learn's `make_moons` with noise 0.1, scaled and moved as in FFJORD (Grathwohl et al. 2019).
 */
export function moons(): Cloud {
  return noisyCurves({
    curves: [
      (t) => {
        const [cosine, sine] = direction(t);
        return [2 * cosine - 1, 2 * sine - 0.2];
      },
      (t) => {
        const [cosine, sine] = direction(t);
        return [1 - 2 * cosine, 0.8 - 2 * sine];
      },
    ],
    from: 0,
    to: Math.PI,
    sigma: 0.2,
    panels: 20,
  });
}
