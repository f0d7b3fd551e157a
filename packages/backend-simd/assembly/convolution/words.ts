/**
 * What the arguments of the convolution kernels mean, by their position; src/kernels/convolution/words.ts writes them in this order.
 *
 * All kernels see one picture. Positions q = (row, column) run over a grid; each looks at a window of the source, whose first pixel is
 * q * STEP + LOW, and belongs to output pixels q * SPREAD + phase - SHIFT. A convolution has STEP = stride and SPREAD = 1; its input
 * gradient, which is the transposed convolution, has STEP = 1 and SPREAD = stride: one small convolution for each of the stride * stride
 * phases, and no zeros in between.
 */
export const enum Word {
  SOURCE, FILTER, BIAS, OUT, // addresses: images, filter, bias (or 0) and what is computed
  TABLES, PACKED, ROOMS, ROOM_BYTES, // scratch: tables of the plan, packed filter, room for each thread
  IMAGES, SOURCE_ROWS, SOURCE_COLUMNS, SOURCE_DEPTH, // the source's shape
  DEPTH, COPIES, // channels of a band: each channel of the source so many times, then zeros
  OUT_ROWS, OUT_COLUMNS, CHANNELS, // the output images' shape
  FILTER_ROWS, FILTER_COLUMNS, DILATION_ROWS, DILATION_COLUMNS,
  STEP_ROWS, STEP_COLUMNS, SPREAD_ROWS, SPREAD_COLUMNS, SHIFT_ROWS, SHIFT_COLUMNS,
  LOW_ROW, LOW_COLUMN, SPAN_ROWS, SPAN_COLUMNS, // the window
  FIRST_ROW, ROWS, FIRST_COLUMN, COLUMNS, // the grid
  DIRECT, // 1: no window leaves the source, which is then read where it lies
  IMAGES_AT_ONCE, ROWS_AT_ONCE, // a band: the share of a chunk
  KIND, TRANSPOSED, // Kind; 1 where the filter is turned around, as in an input gradient
  TAP_BYTES, // of a tap's weights
  PHASE_BYTES, PANELS_AT_ONCE,
  FINISHING, LOWEST, HIGHEST, // 2 (FINISH) where results get a bias or are clamped to LOWEST .. HIGHEST, else 0
  TRANSFORMED, // the address of the transformed filter (winograd/), or 0
}

/** The last places in a filter gradient. */
export const enum GradientWord {
  RESULT = Word.TAP_BYTES, // dW; OUT is its parts
  PARTS, PART_BYTES, COLUMN_PARTS, // parts of the images, each with a sum of its own, and of the channels
  OUT_TAP_BYTES, TABLE_ROWS, HEAD_BYTES, ROWS_A_BLOCK, PACKS,
  WINDOWS, // that are transformed before they are multiplied (winograd/), or 0
}

/** How products are made. */
export const enum Kind {
  PANELS, // tiles of pixels x 8 channels
  COLUMN, // one channel: vectors along the depth, in a filter gradient the windows' values
  DEPTHWISE, // each channel by itself: vectors of channels
}
