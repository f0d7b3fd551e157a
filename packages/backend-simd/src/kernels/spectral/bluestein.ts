import { radix2 } from './radix2.ts';
import { conjugate, multiply, type Signal, setRoot, signalOf, type Transform } from './signal.ts';

/**
 * For any length: with n k = (n^2 + k^2 - (k - n)^2) / 2, a transform is a convolution with chirps, exp(-pi i n^2 / length),
 * and that is a product of transforms whose length is a power of two. Bluestein 1970.
 */
export function bluestein(length: number): Transform {
  const chirp = signalOf(length);
  for (let n = 0; n < length; n++) setRoot(chirp, n, ((n * n) % (2 * length)) / length);
  const size = 2 ** Math.ceil(Math.log2(2 * length - 1));
  const transform = radix2(size);
  const filter = filterOf(chirp, size);
  transform(filter);
  const padded = signalOf(size);
  return ({ real, imag }) => {
    padded.real.fill(0).set(real);
    padded.imag.fill(0).set(imag);
    multiply(padded, chirp);
    transform(padded);
    multiply(padded, filter);
    conjugate(padded); // before and after, for the inverse transform
    transform(padded);
    conjugate(padded);
    multiply(padded, chirp);
    real.set(padded.real.subarray(0, length));
    imag.set(padded.imag.subarray(0, length));
  };
}

/** The conjugate chirp to both sides of 0, round a circle, and divided by its size, as an inverse transform must be. */
function filterOf({ real, imag }: Signal, size: number): Signal {
  const filter = signalOf(size);
  for (let n = 0; n < real.length; n++) {
    for (const at of [n, (size - n) % size]) {
      filter.real[at] = real[n]! / size;
      filter.imag[at] = -imag[n]! / size;
    }
  }
  return filter;
}
