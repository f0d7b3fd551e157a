/** How images are resized, as tfjs has it. */
export interface ResizeMode {
  readonly alignCorners: boolean;
  readonly halfPixelCenters: boolean;
}

/**
 * Where in the input each place along an axis of the output lies, between whole places; with half pixel centers, where its center
 * lies.
 */
export function sourcePlaces(input: number, output: number, { alignCorners, halfPixelCenters }: ResizeMode): number[] {
  const corners = alignCorners && output > 1 ? 1 : 0;
  const scale = (input - corners) / (output - corners);
  return Array.from({ length: output }, (_, place) => scale * (halfPixelCenters ? place + 0.5 : place));
}
