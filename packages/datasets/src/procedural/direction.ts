/**
 * [cosine, sine] of an angle in radians, to 1e-12 for angles of up to a thousand. It uses only + - * / and rounding, which IEEE
 * 754 fixes, where engines differ in the last bits of `Math.sin`: so data that turns is the same data everywhere.
 */
export function direction(angle: number): readonly [cosine: number, sine: number] {
  const quarters = Math.round(angle / QUARTER);
  const rest = angle - quarters * QUARTER; // in [-pi/4, pi/4]
  const q = rest * rest;
  const sine = rest * (1 - (q / 6) * (1 - (q / 20) * (1 - (q / 42) * (1 - (q / 72) * (1 - (q / 110) * (1 - q / 156))))));
  const cosine = 1 - (q / 2) * (1 - (q / 12) * (1 - (q / 30) * (1 - (q / 56) * (1 - (q / 90) * (1 - q / 132)))));
  const sign = quarters & 2 ? -1 : 1;
  return quarters & 1 ? [-sign * sine, sign * cosine] : [sign * cosine, sign * sine];
}

const QUARTER = Math.PI / 2;
