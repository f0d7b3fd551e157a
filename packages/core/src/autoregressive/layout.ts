import type { PixelMap, PixelProgram } from './program.ts';

/** Where the maps of one image lie in an array of numbers. Images stand one after another. */
export interface StateLayout {
  readonly height: number;
  readonly width: number;
  /** Numbers an image. */
  readonly size: number;
  readonly maps: readonly PlacedMap[];
}

export interface PlacedMap extends PixelMap {
  /** The first number. */
  readonly base: number;
  /** Of its own pixels. */
  readonly width: number;
  readonly height: number;
}

/** A condition that is a map is kept whole, everything else for as long as it is looked at. */
export function layoutOf({ maps, condition }: PixelProgram, height: number, width: number): StateLayout {
  let size = 0;
  const placed = maps.map((map, index) => {
    const own = { width: Math.ceil(width / map.scale), height: Math.ceil(height / map.scale) };
    const rows = index === condition && map.phase === 'row' ? own.height : map.rows;
    const base = size;
    size += map.channels * Math.max(1, rows * own.width);
    return { ...map, ...own, rows, base };
  });
  return { height, width, size, maps: placed };
}

/** The first number of a pixel, counted from the image's. */
export function addressOf({ base, rows, width, channels }: PlacedMap, row: number, column: number): number {
  return rows === 0 ? base : base + ((row % rows) * width + column) * channels;
}
