import { sizeOf } from '@genmodels/core';

/** Where the items of a tensor lie; offset and strides count items. */
interface StridedLayout {
  readonly offset: number;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
}

/** The items of a tensor row by row, as a copy that fills its own buffer. They must lie within `bytes`. */
export function gather(bytes: Uint8Array, itemBytes: number, layout: StridedLayout): Uint8Array<ArrayBuffer> {
  const { offset, shape, strides } = layout;
  const length = itemBytes * sizeOf(shape);
  if (isRowMajor(layout)) return new Uint8Array(bytes.subarray(itemBytes * offset, itemBytes * offset + length));
  const gathered = new Uint8Array(length);
  let to = 0;
  const visit = (axis: number, item: number): void => {
    if (axis < shape.length) for (let i = 0; i < shape[axis]!; i++) visit(axis + 1, item + i * strides[axis]!);
    else for (let byte = 0; byte < itemBytes; byte++) gathered[to++] = bytes[item * itemBytes + byte]!;
  };
  if (length > 0) visit(0, offset);
  return gathered;
}

/** The last item of the storage that a tensor reads; -1 where it reads none. */
export function lastItem({ offset, shape, strides }: StridedLayout): number {
  return sizeOf(shape) === 0 ? -1 : shape.reduce((item, size, axis) => item + (size - 1) * strides[axis]!, offset);
}

/** Axes of size 1 may have any stride. */
function isRowMajor({ shape, strides }: StridedLayout): boolean {
  return shape.every((size, axis) => size === 1 || strides[axis] === sizeOf(shape.slice(axis + 1)));
}
