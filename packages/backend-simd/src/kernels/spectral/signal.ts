/** Complex numbers in float64. */
export interface Signal {
  readonly real: Float64Array;
  readonly imag: Float64Array;
}

/** Turns a signal into its discrete Fourier transform, in place: X[k] = the sum of x[n] exp(-2 pi i n k / length). */
export type Transform = (signal: Signal) => void;

/** Zeros. */
export function signalOf(length: number): Signal {
  return { real: new Float64Array(length), imag: new Float64Array(length) };
}

/** Sets x[at] = exp(-pi i turn). */
export function setRoot({ real, imag }: Signal, at: number, turn: number): void {
  real[at] = Math.cos(Math.PI * turn);
  imag[at] = -Math.sin(Math.PI * turn);
}

/** Multiplies as many elements of the first as the second has. */
export function multiply({ real, imag }: Signal, by: Signal): void {
  for (let n = 0; n < by.real.length; n++) {
    const re = real[n]! * by.real[n]! - imag[n]! * by.imag[n]!;
    imag[n] = real[n]! * by.imag[n]! + imag[n]! * by.real[n]!;
    real[n] = re;
  }
}

export function conjugate({ imag }: Signal): void {
  for (let n = 0; n < imag.length; n++) imag[n] = -imag[n]!;
}
