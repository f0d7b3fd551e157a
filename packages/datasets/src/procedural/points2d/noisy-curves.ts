import type { Cloud, Point } from './cloud.ts';
import { gaussLegendre } from './gauss-legendre.ts';
import { mixtureLogDensity } from './gaussian-mixture.ts';

export interface NoisyCurves {
  /** Where each curve is at an angle t; points are even in t, not in length. */
  readonly curves: readonly ((t: number) => Point)[];
  /** The range of t. */
  readonly from: number;
  readonly to: number;
  readonly sigma: number;
  /** Parts of the range that the quadrature takes one by one: as many as leave none much longer than 2 sigma. */
  readonly panels: number;
}

/**
 * Points on curves, with Gaussian noise. The density is an integral over t; its quadrature is a mixture of Gaussians whose
 * middles are the nodes.
 */
export function noisyCurves({ curves, from, to, sigma, panels }: NoisyCurves): Cloud {
  const components = curves.flatMap((curve) =>
    gaussLegendre(from, to, panels).map(({ at, weight }) => ({
      middle: curve(at),
      weight: weight / (to - from) / curves.length,
    })),
  );
  return {
    parts: curves.length,
    sigma,
    place(part, [u], normal) {
      const [x, y] = curves[part]!(from + u * (to - from));
      return [x + sigma * normal[0], y + sigma * normal[1]];
    },
    logDensity: mixtureLogDensity(components, sigma),
  };
}
