/**
 * Box and Muller's transform of two random words each into two normals. It uses only + - * / and square roots, which IEEE 754
 * rounds alike everywhere, where `Math.log` and `Math.cos` differ between engines: so a seed means the same noise in every
 * browser, and a WebAssembly or GPU kernel can give the same stream. `words` needs one word a normal, an even number of them.
 */
export function fillNormal(words: Uint32Array, out: Float32Array): void {
  for (let i = 0; i < out.length; i += 2) {
    const radius = Math.sqrt(-2 * logOfUnit(words[i]! >>> 9));
    const turn = 2 * (words[i + 1]! >>> 9) + 1; // the angle, in 2^-24 of a full turn
    const quadrant = (turn + 0x200000) >> 22;
    const angle = (turn - quadrant * 0x400000) * TURN; // in [-pi/4, pi/4]
    const square = angle * angle;
    const sine = radius * angle * sinePolynomial(square);
    const cosine = radius * cosinePolynomial(square);
    const sign = quadrant & 2 ? -1 : 1; // two quarter turns
    out[i] = sign * (quadrant & 1 ? -sine : cosine);
    if (i + 1 < out.length) out[i + 1] = sign * (quadrant & 1 ? cosine : sine);
  }
}

/** ln((cell + 0.5) / 2^23) for a cell below 2^23, to 1e-12 relative: exponent, and 2 artanh((m - 1) / (m + 1)) of the rest. */
function logOfUnit(cell: number): number {
  const odd = 2 * cell + 1;
  let exponent = 31 - Math.clz32(odd);
  let mantissa = odd / (1 << exponent);
  if (mantissa > Math.SQRT2) {
    mantissa /= 2;
    exponent += 1;
  }
  const s = (mantissa - 1) / (mantissa + 1);
  const q = s * s;
  const series = 1 + q * (1 / 3 + q * (1 / 5 + q * (1 / 7 + q * (1 / 9 + q * (1 / 11 + q * (1 / 13))))));
  return (exponent - 24) * Math.LN2 + 2 * s * series;
}

/** sin(x) / x from x squared, for x up to pi/4. */
function sinePolynomial(q: number): number {
  return 1 - (q / 6) * (1 - (q / 20) * (1 - (q / 42) * (1 - (q / 72) * (1 - (q / 110) * (1 - q / 156)))));
}

/** cos(x) from x squared, for x up to pi/4. */
function cosinePolynomial(q: number): number {
  return 1 - (q / 2) * (1 - (q / 12) * (1 - (q / 30) * (1 - (q / 56) * (1 - (q / 90) * (1 - q / 132)))));
}

const TURN = (2 * Math.PI) / 0x1000000;
