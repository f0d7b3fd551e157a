/**
 * One direction of a walk through a tensor: how many places, and how many numbers from one to the next. 0 repeats, a negative
 * stride walks back.
 */
export interface Axis {
  readonly extent: number;
  readonly stride: number;
}

/** The axes of a tensor of this shape, read in order. */
export function axesOf(shape: readonly number[]): Axis[] {
  const axes = new Array<Axis>(shape.length);
  let stride = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    axes[axis] = { extent: shape[axis]!, stride };
    stride *= shape[axis]!;
  }
  return axes;
}

/** The same walk with as few axes as possible: those of one place are dropped, and neighbours that run on evenly become one. */
export function collapsed(axes: readonly Axis[]): Axis[] {
  const result: Axis[] = [];
  for (const axis of axes) {
    if (axis.extent === 1) continue;
    const last = result.at(-1);
    if (last?.stride === axis.extent * axis.stride)
      result[result.length - 1] = { extent: last.extent * axis.extent, stride: axis.stride };
    else result.push(axis);
  }
  return result;
}
