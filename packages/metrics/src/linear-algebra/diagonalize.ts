import type { Pause } from '../pause-or-abort.ts';

/** A symmetric matrix with nothing but a diagonal and its two neighbors. */
export interface Tridiagonal {
  readonly diagonal: Float64Array;
  /** off[i] stands between diagonal[i] and diagonal[i + 1]; as long as the diagonal, the last one unused. */
  readonly off: Float64Array;
}

/** Told of every rotation: rows i and i + 1 of the vectors become cosine v[i] - sine v[i + 1] and sine v[i] + cosine v[i + 1]. */
export type Rotate = (i: number, cosine: number, sine: number) => void;

/** Below it a number is nothing, whatever stands beside it; entries are at most about 1. */
const tiny = 1e-290;

/**
 * Turns `diagonal` into the eigenvalues, in no order, and `off` into zeros, by implicit QL steps with Wilkinson's shift (Golub and
 * Van Loan, "Matrix computations", 8.3). Entries must not be larger than about 1, so that no square overflows.
 */
export async function diagonalize({ diagonal, off }: Tridiagonal, pause: Pause, rotate?: Rotate): Promise<void> {
  for (let first = 0; first < diagonal.length; first++) {
    for (;;) {
      const last = endOfBlock(diagonal, off, first);
      if (last === first) break;
      stepOfQl(diagonal, off, first, last, rotate);
      await pause();
    }
  }
}

/** The first place from `first` on whose off-diagonal entry is lost beside its neighbors. */
function endOfBlock(diagonal: Float64Array, off: Float64Array, first: number): number {
  for (let i = first; i < diagonal.length - 1; i++) {
    const size = Math.abs(diagonal[i]!) + Math.abs(diagonal[i + 1]!);
    if (Math.abs(off[i]!) <= Number.EPSILON * size + tiny) return i;
  }
  return diagonal.length - 1;
}

/** Chases the bulge of one shifted step from the block's end up to its start. */
function stepOfQl(diagonal: Float64Array, off: Float64Array, first: number, last: number, rotate: Rotate | undefined): void {
  let sine = 1;
  let cosine = 1;
  let carried = 0;
  let bulge = diagonal[last]! - wilkinsonShift(diagonal[first]!, diagonal[first + 1]!, off[first]!);
  for (let i = last - 1; i >= first; i--) {
    const f = sine * off[i]!;
    const b = cosine * off[i]!;
    const radius = Math.sqrt(f * f + bulge * bulge);
    off[i + 1] = radius;
    if (radius === 0) {
      diagonal[i + 1]! -= carried; // the block fell apart here: what is below is done, and the next step goes on above
      off[last] = 0;
      return;
    }
    sine = f / radius;
    cosine = bulge / radius;
    const rest = diagonal[i + 1]! - carried;
    const twist = (diagonal[i]! - rest) * sine + 2 * cosine * b;
    carried = sine * twist;
    diagonal[i + 1] = rest + carried;
    bulge = cosine * twist - b;
    rotate?.(i, cosine, sine);
  }
  diagonal[first]! -= carried;
  off[first] = bulge;
  off[last] = 0;
}

/** The eigenvalue of [[a, c], [c, b]] that is nearer to a. */
function wilkinsonShift(a: number, b: number, c: number): number {
  const half = (b - a) / (2 * c);
  const root = Math.sqrt(half * half + 1);
  return a - c / (half + (half < 0 ? -root : root));
}
