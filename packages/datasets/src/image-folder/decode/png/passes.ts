import type { PngHeader } from './header.ts';

/** Pixels that are stored together: those at (left + i * stepX, top + j * stepY). */
export interface Pass {
  readonly left: number;
  readonly top: number;
  readonly stepX: number;
  readonly stepY: number;
  /** Pixels of a row, and rows. */
  readonly columns: number;
  readonly rows: number;
  /** Bytes of a row, without the one that names its filter. */
  readonly rowBytes: number;
}

/** All pixels at once, or the seven passes of Adam7 (PNG, 8.2), without those that have no pixel. */
export function passesOf(header: PngHeader): Pass[] {
  if (!header.interlaced) return [pass(header, 0, 0, 1, 1)];
  const seven = [
    pass(header, 0, 0, 8, 8),
    pass(header, 4, 0, 8, 8),
    pass(header, 0, 4, 4, 8),
    pass(header, 2, 0, 4, 4),
    pass(header, 0, 2, 2, 4),
    pass(header, 1, 0, 2, 2),
    pass(header, 0, 1, 1, 2),
  ];
  return seven.filter(({ columns, rows }) => columns > 0 && rows > 0);
}

function pass({ width, height, depth, samples }: PngHeader, left: number, top: number, stepX: number, stepY: number): Pass {
  const columns = Math.max(0, Math.ceil((width - left) / stepX));
  const rows = Math.max(0, Math.ceil((height - top) / stepY));
  return { left, top, stepX, stepY, columns, rows, rowBytes: Math.ceil((columns * samples * depth) / 8) };
}
