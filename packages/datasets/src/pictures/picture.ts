/** A picture ready to show or store: bytes row by row, a pixel's channels together. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** 1: grey. 3: red, green, blue. 4: and opacity. */
  readonly channels: 1 | 3 | 4;
  /** height x width x channels bytes, 0 to 255. */
  readonly data: Uint8Array | Uint8ClampedArray;
}
