/** What an image is taken to continue with beyond its border. */
export type FillMode = 'constant' | 'reflect' | 'wrap' | 'nearest';

/**
 * Where an image of `size` pixels along an axis is read for any place on it, as TensorFlow has it
 * (core/kernels/image/image_ops.h). For 'wrap' that is right to one width beyond the border, and clamped to it from there on.
 */
export function readPlace(place: number, size: number, mode: FillMode): number {
  if (mode === 'constant' || (place >= 0 && place <= size - 1)) return place;
  if (mode === 'nearest' || size === 1) return clamped(place, size);
  return clamped(mode === 'reflect' ? reflected(place, size) : wrapped(place, size), size);
}

/** d c b a | a b c d | d c b a */
function reflected(place: number, size: number): number {
  const within = (place < 0 ? -1 - place : place) % (2 * size);
  return within < size ? within : 2 * size - 1 - within;
}

/** a b c d | a b c d | a b c d */
function wrapped(place: number, size: number): number {
  if (place < 0) return place + size * (Math.trunc(-place / (size - 1)) + 1);
  return place - size * Math.trunc(place / (size - 1));
}

function clamped(place: number, size: number): number {
  return Math.max(0, Math.min(place, size - 1));
}
