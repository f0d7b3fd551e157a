import { direction } from '../direction.ts';
import type { Cloud, Point } from './cloud.ts';
import { logSumExp } from './gaussian-mixture.ts';

const ARMS = 5;
/** Of an arm before it is bent, along and across it, in units of `SCALE`; its middle is 1 from the centre. */
const ALONG = 0.3;
const ACROSS = 0.1;
const SCALE = 2;
/** Radians of bend at the centre; e times as many at distance 1. */
const RATE = 0.25;

/**
 * Five bent arms (Johnson et al. 2016, with the constants of FFJORD): Gaussians of 0.3 along and 0.1 across, 1 from the centre,
 * one every fifth of a turn, bent by 0.25 exp(distance) radians, all doubled. Theirs bend by the distance along the arm alone;
 * by the distance from the centre, bending keeps areas, and so the density has a closed form.
 */
export function pinwheel(): Cloud {
  const logs = new Float64Array(ARMS);
  return {
    parts: ARMS,
    place(arm, _, normal) {
      const along = 1 + ALONG * normal[0];
      const across = ACROSS * normal[1];
      const [x, y] = turn([along, across], bend(Math.sqrt(along * along + across * across)) + angleOf(arm));
      return [SCALE * x, SCALE * y];
    },
    logDensity(x, y) {
      const [u, v] = [x / SCALE, y / SCALE];
      const bent = bend(Math.sqrt(u * u + v * v));
      for (let arm = 0; arm < ARMS; arm++) logs[arm] = armLogDensity(turn([u, v], -bent - angleOf(arm)));
      return logSumExp(logs) - Math.log(ARMS);
    },
  };
}

/** ln of the density that an arm has before it is bent, at the place where it ends up doubled. */
function armLogDensity([along, across]: Point): number {
  const square = ((along - 1) / ALONG) ** 2 + (across / ACROSS) ** 2;
  return -square / 2 - Math.log(2 * Math.PI * ALONG * ACROSS * SCALE * SCALE);
}

function angleOf(arm: number): number {
  return (2 * Math.PI * arm) / ARMS;
}

function turn([x, y]: Point, angle: number): Point {
  const [cosine, sine] = direction(angle);
  return [cosine * x - sine * y, sine * x + cosine * y];
}

/** RATE times e^distance by its series, as exact as `Math.exp` for the distances that occur, but the same on every engine. */
function bend(distance: number): number {
  let [term, sum] = [RATE, RATE];
  for (let n = 1; n <= 24; n++) {
    term *= distance / n;
    sum += term;
  }
  return sum;
}
