import type { Cloud, Point } from './cloud.ts';
import { mixtureLogDensity } from './gaussian-mixture.ts';

/** Small round Gaussians, equally likely; the label of a point is the number of its mode. */
export function gaussianModes(modes: readonly Point[], sigma: number): Cloud {
  const components = modes.map((middle) => ({ middle, weight: 1 / modes.length }));
  return {
    parts: modes.length,
    modes,
    sigma,
    place(part, _, normal) {
      const [x, y] = modes[part]!;
      return [x + sigma * normal[0], y + sigma * normal[1]];
    },
    logDensity: mixtureLogDensity(components, sigma),
  };
}
