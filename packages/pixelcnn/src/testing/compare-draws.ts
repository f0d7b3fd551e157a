import type { PixelDistribution, Rng } from '@genmodels/core';
import { must } from './must.ts';

/** One turn of one pixel of one image, as a machine and one that is right see it. */
export interface TurnOfPixel {
  /** [parameters] of the machine in question, and of the one that is right. */
  readonly got: Float32Array;
  readonly wanted: Float32Array;
  /** [channels]: the pixel, as far as it is drawn. */
  readonly seen: Float32Array;
  readonly turn: number;
}

/** How far an edge between two draws may move by a gap of 1e-5 in the parameters. */
const margin = 3e-5;

/**
 * Equal uniforms must give equal draws, unless one lies so near an edge that rounding may move the edge past it: 1 is returned then,
 * else 0.
 */
export function compareDraws(distribution: PixelDistribution, { got, wanted, seen, turn }: TurnOfPixel, rng: Rng): 0 | 1 {
  const draw = (parameters: Float32Array, uniforms: Float32Array) => {
    const pixel = Float32Array.from(seen);
    distribution.draw({ parameters, pixel, turn, uniforms, temperature: 1 });
    return String(pixel);
  };
  const uniforms = rng.fillUniform(new Float32Array(distribution.uniforms));
  const drawn = draw(wanted, uniforms);
  if (neighbours(uniforms).some((moved) => draw(wanted, moved) !== drawn)) return 1;
  must(draw(got, uniforms) === drawn, () => `equal uniforms must draw ${drawn}, got ${draw(got, uniforms)}`);
  return 0;
}

/** Each number a little less, and a little more. */
function neighbours(uniforms: Float32Array): Float32Array[] {
  const inside = (value: number) => Math.min(Math.max(value, 1e-7), 1 - 1e-7);
  const moved = (index: number, by: number) => uniforms.map((value, i) => (i === index ? inside(value + by) : value));
  return [...uniforms.keys()].flatMap((index) => [moved(index, -margin), moved(index, margin)]);
}
