import type { PixelProgram } from '@genmodels/core';

/** What is marked in the maps of a program: a 1 for a channel of a pixel. A map that is the same for all pixels is not kept. */
export class Marks {
  readonly #maps: readonly MarkedMap[];

  constructor({ maps }: PixelProgram, height: number, width: number) {
    this.#maps = maps.map(({ channels, scale, phase }) => {
      const [rows, columns] = phase === 'once' ? [0, 0] : [Math.ceil(height / scale), Math.ceil(width / scale)];
      return { channels, height: rows, width: columns, values: new Uint8Array(rows * columns * channels) };
    });
  }

  /** The channels of a pixel, to read and to mark; nothing beside the map. */
  pixel(map: number, row: number, column: number): Uint8Array | undefined {
    const { channels, height, width, values } = this.#maps[map]!;
    if (row < 0 || column < 0 || row >= height || column >= width) return undefined;
    const first = (row * width + column) * channels;
    return values.subarray(first, first + channels);
  }

  /** All pixels of a map, from the last to the first; in each row from the left where states go from right to left. */
  *pixels(map: number, backwards = false): Generator<readonly [row: number, column: number, channels: Uint8Array]> {
    const { height, width } = this.#maps[map]!;
    for (let row = height - 1; row >= 0; row--) {
      for (let i = 0; i < width; i++) {
        const column = backwards ? i : width - 1 - i;
        yield [row, column, this.pixel(map, row, column)!];
      }
    }
  }
}

interface MarkedMap {
  readonly channels: number;
  readonly height: number;
  readonly width: number;
  /** [height, width, channels] */
  readonly values: Uint8Array;
}
