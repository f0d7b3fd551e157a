/** Whether examples of this shape are pictures without colours, which a light page shows as ink on paper. */
export function isInk({ shape }: { readonly shape: readonly number[] }): boolean {
  return shape.length === 3 && shape[2] === 1;
}
