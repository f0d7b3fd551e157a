/** A mean over images. */
export interface Mean {
  readonly value: number;
  /** Standard error: how uncertain the mean is because other images would have been as good. */
  readonly error: number;
  readonly images: number;
}

export function meanOf(values: readonly number[]): Mean {
  const images = values.length;
  const value = values.reduce((sum, item) => sum + item, 0) / images;
  const variance = values.reduce((sum, item) => sum + (item - value) ** 2, 0) / Math.max(1, images - 1);
  return { value, error: Math.sqrt(variance / images), images };
}
