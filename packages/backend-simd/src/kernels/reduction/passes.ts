/** One step of a reduction: of [outer, size, inner], `size` goes. */
export interface Pass {
  readonly outer: number;
  readonly size: number;
  readonly inner: number;
}

/**
 * The steps that reduce some axes of a shape, the last axis first. Axes that are neighbours go at once, and those of size 1 need no step:
 * [batch, height, width, channels] over 1 and 2 is one step of [batch, height * width, channels].
 */
export function passesOf(shape: readonly number[], axes: readonly number[]): Pass[] {
  const passes: Pass[] = [];
  let outer = shape.reduce((product, size) => product * size, 1);
  let size = 1;
  let inner = 1;
  const finish = () => {
    if (size > 1) passes.push({ outer, size, inner });
    size = 1;
  };
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    const length = shape[axis]!;
    const stays = !axes.includes(axis);
    if (stays && length > 1) finish();
    outer /= length;
    if (stays) inner *= length;
    else size *= length;
  }
  finish();
  return passes;
}

/** The step that one axis takes, even where its size is 1. */
export function aroundAxis(shape: readonly number[], axis: number): Pass {
  const product = (sizes: readonly number[]) => sizes.reduce((all, size) => all * size, 1);
  return { outer: product(shape.slice(0, axis)), size: shape[axis]!, inner: product(shape.slice(axis + 1)) };
}

/** What is left of a shape when some axes are reduced. */
export function shapeWithout(shape: readonly number[], axes: readonly number[], keepDims: boolean): number[] {
  return keepDims
    ? shape.map((length, axis) => (axes.includes(axis) ? 1 : length))
    : shape.filter((_, axis) => !axes.includes(axis));
}
