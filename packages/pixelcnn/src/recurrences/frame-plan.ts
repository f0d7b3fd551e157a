/**
 * How a recurrence goes through an image: in frames, whose pixels do not depend on each other, so that they are computed at once, each
 * frame given the one before. The taps of a place stand one after another in the frame before.
 */
export interface FramePlan {
  readonly frames: readonly Frame[];
  /** The number of each pixel, row * width + column, frame by frame; absent where the frames stand so in the image. */
  readonly order?: Int32Array;
  /** The tap whose cell the place goes on from. */
  readonly cellTap: number;
}

export interface Frame {
  /** How many pixels. */
  readonly places: number;
  /** The place of the frame before that the first place's first tap is; -1 lies beside the image. */
  readonly first: number;
}

/** Rows, from the top: of the row above, a pixel looks at the three around it. */
export function rowFrames(height: number, width: number): FramePlan {
  return { frames: Array.from({ length: height }, () => ({ places: width, first: -1 })), cellTap: 1 };
}

/**
 * Diagonals, from the upper corner of a side. The paper moves each row by one place more than the one above, so that a diagonal becomes
 * a column; here the pixels of each are put beside each other, without those that would lie beside the image.
 *
 *     0 1 2 3      from the left: row by row downwards; a pixel looks at the one above and at the one beside it,
 *     1 2 3 4      which stand one after the other in the diagonal before
 *     2 3 4 5
 */
export function diagonalFrames(height: number, width: number, side: 'left' | 'right'): FramePlan {
  const tops = Array.from({ length: height + width - 1 }, (_, diagonal) => Math.max(0, diagonal - width + 1));
  const frames = tops.map((top, diagonal) => ({
    places: Math.min(diagonal, height - 1) - top + 1,
    first: top - 1 - (tops[diagonal - 1] ?? 0),
  }));
  const pixels = frames.flatMap(({ places }, diagonal) =>
    Array.from({ length: places }, (_, place) => {
      const row = tops[diagonal]! + place;
      const away = diagonal - row; // columns from the side
      return row * width + (side === 'left' ? away : width - 1 - away);
    }),
  );
  return { frames, order: Int32Array.from(pixels), cellTap: 1 };
}
