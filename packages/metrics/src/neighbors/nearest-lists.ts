/** The k nearest of each row so far, nearest first; of equals those that were offered first. */
export class NearestLists {
  readonly k: number;
  readonly indices: Uint32Array;
  /** Squared distances; infinite where nothing was offered yet. */
  readonly squares: Float64Array;

  constructor(rows: number, k: number) {
    this.k = k;
    this.indices = new Uint32Array(rows * k);
    this.squares = new Float64Array(rows * k).fill(Number.POSITIVE_INFINITY);
  }

  /** The squared distance that a newcomer must be below. */
  farthest(row: number): number {
    return this.squares[row * this.k + this.k - 1]!;
  }

  /** Euclidean: the roots of the squares. */
  distances(): Float64Array {
    return this.squares.map(Math.sqrt);
  }

  offer(row: number, index: number, square: number): void {
    if (!(square < this.farthest(row))) return;
    const { k, indices, squares } = this;
    let at = row * k + k - 1;
    for (; at > row * k && squares[at - 1]! > square; at--) {
      squares[at] = squares[at - 1]!;
      indices[at] = indices[at - 1]!;
    }
    squares[at] = square;
    indices[at] = index;
  }
}
