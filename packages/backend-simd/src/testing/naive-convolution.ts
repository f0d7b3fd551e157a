import type { Info } from '../kernels/convolution/info.ts';

// Convolutions by definition, for the tests: one product after the other, in float64. A depthwise filter is [rows, columns, inputs, copies].

/** y = x * filter. */
export function naiveForward(info: Info, x: number[], filter: number[], depthwise: boolean): number[] {
  const y = zeros(info.outShape);
  eachProduct(info, depthwise, (xAt, filterAt, yAt) => {
    y[yAt]! += x[xAt]! * filter[filterAt]!;
  });
  return y;
}

/** dx from dy. */
export function naiveInputGradient(info: Info, dy: number[], filter: number[], depthwise: boolean): number[] {
  const dx = zeros(info.inShape);
  eachProduct(info, depthwise, (xAt, filterAt, yAt) => {
    dx[xAt]! += dy[yAt]! * filter[filterAt]!;
  });
  return dx;
}

/** dW from x and dy. */
export function naiveFilterGradient(info: Info, x: number[], dy: number[], depthwise: boolean): number[] {
  const gradient = zeros(info.filterShape);
  eachProduct(info, depthwise, (xAt, filterAt, yAt) => {
    gradient[filterAt]! += x[xAt]! * dy[yAt]!;
  });
  return gradient;
}

/** Calls `visit` with the places of the three numbers of each product that a convolution sums. */
function eachProduct(info: Info, depthwise: boolean, visit: (xAt: number, filterAt: number, yAt: number) => void): void {
  eachTap(info, (xPixel, tap, yPixel) => {
    const { inChannels, outChannels } = info;
    for (let input = 0; input < inChannels; input++) {
      const copies = outChannels / inChannels;
      const [first, count] = depthwise ? [input * copies, copies] : [0, outChannels];
      for (let i = 0; i < count; i++) {
        visit(xPixel * inChannels + input, (tap * inChannels + input) * count + i, yPixel * outChannels + first + i);
      }
    }
  });
}

function eachTap(info: Info, visit: (xPixel: number, tap: number, yPixel: number) => void): void {
  const { inHeight, inWidth, outHeight, outWidth, filterHeight, filterWidth, padInfo } = info;
  eachPlace([info.batchSize, outHeight, outWidth, filterHeight, filterWidth], ([image, y, x, tapRow, tapColumn]) => {
    const row = y! * info.strideHeight + tapRow! * info.dilationHeight - padInfo.top;
    const column = x! * info.strideWidth + tapColumn! * info.dilationWidth - padInfo.left;
    if (row < 0 || row >= inHeight || column < 0 || column >= inWidth) return;
    visit(
      (image! * inHeight + row) * inWidth + column,
      tapRow! * filterWidth + tapColumn!,
      (image! * outHeight + y!) * outWidth + x!,
    );
  });
}

function eachPlace(shape: number[], visit: (place: number[]) => void): void {
  const place = shape.map(() => 0);
  const total = shape.reduce((product, size) => product * size, 1);
  for (let i = 0; i < total; i++) {
    visit(place);
    for (let axis = shape.length - 1; axis >= 0 && ++place[axis]! === shape[axis]; axis--) place[axis] = 0;
  }
}

function zeros(shape: number[]): number[] {
  return new Array<number>(shape.reduce((product, size) => product * size, 1)).fill(0);
}
