import { type Signal, setRoot, signalOf, type Transform } from './signal.ts';

/** For lengths that are powers of two. Cooley and Tukey 1965. */
export function radix2(length: number): Transform {
  const roots = signalOf(length >> 1);
  for (let k = 0; k < length >> 1; k++) setRoot(roots, k, (2 * k) / length);
  return (signal) => {
    reverseBits(signal);
    for (let half = 1; half < length; half *= 2) {
      for (let first = 0; first < length; first += 2 * half) join(signal, first, half, roots, length / (2 * half));
    }
  };
}

/** Makes one transform of those of two halves that lie one after the other. */
function join({ real, imag }: Signal, first: number, half: number, roots: Signal, stride: number): void {
  for (let i = first, j = first + half, k = 0; i < first + half; i++, j++, k += stride) {
    const re = real[j]! * roots.real[k]! - imag[j]! * roots.imag[k]!;
    const im = real[j]! * roots.imag[k]! + imag[j]! * roots.real[k]!;
    real[j] = real[i]! - re;
    imag[j] = imag[i]! - im;
    real[i]! += re;
    imag[i]! += im;
  }
}

/** Swaps the elements whose places, in binary, are each other's mirror images. */
function reverseBits({ real, imag }: Signal): void {
  for (let i = 1, j = 0; i < real.length; i++) {
    let bit = real.length >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i >= j) continue;
    for (const part of [real, imag]) {
      const value = part[i]!;
      part[i] = part[j]!;
      part[j] = value;
    }
  }
}
