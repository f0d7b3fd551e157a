/** A range of values laid out on a range of pixels. */
export interface Axis {
  readonly min: number;
  readonly max: number;
  /** Round values inside the range, in order. */
  readonly ticks: readonly number[];
  /** Where a value stands; values outside the range stand outside the pixels. */
  place(value: number): number;
}

/** `from` and `to` are the pixels of `min` and `max`; `count` is about how many ticks are wanted. */
export function axis(min: number, max: number, from: number, to: number, count: number): Axis {
  const step = roundStep((max - min) / count);
  const first = Math.ceil(min / step - 1e-9);
  const last = Math.floor(max / step + 1e-9);
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
  return { min, max, ticks, place: (value) => from + ((value - min) / (max - min)) * (to - from) };
}

/** The smallest of 1, 2, 5 times a power of ten that is not below `step`. */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= step * (1 - 1e-9)) ?? 10;
  return factor * power;
}
