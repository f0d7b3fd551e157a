import { direction } from '../direction.ts';
import type { Cloud } from './cloud.ts';
import { noisyCurves } from './noisy-curves.ts';

/**
 * A spiral of one turn and a half: t / 5 from the middle at an angle t from 1.5 pi to 4.5 pi, with noise of sigma 0.2.
 * scikit-learn's `make_swiss_roll` with noise 1, seen from above and divided by 5 as in FFJORD (Grathwohl et al. 2019).
 */
export function swissRoll(): Cloud {
  const spiral = (t: number) => {
    const [cosine, sine] = direction(t);
    return [(t / 5) * cosine, (t / 5) * sine] as const;
  };
  return noisyCurves({ curves: [spiral], from: 1.5 * Math.PI, to: 4.5 * Math.PI, sigma: 0.2, panels: 64 });
}
