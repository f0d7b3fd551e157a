export type Point = readonly [x: number, y: number];

/** A distribution of points in the plane: how to draw from it, and how dense it is. */
export interface Cloud {
  /** How many modes, arms or squares, all equally likely; a label is the number of one. 1 where nothing tells points apart. */
  readonly parts: number;
  /** The middles of the Gaussians, by label, where the parts are Gaussians. */
  readonly modes?: readonly Point[];
  /** Standard deviation of the noise along each axis, where it is the same everywhere. */
  readonly sigma?: number;
  /** One point of a part, from two draws of U(0, 1) and two of N(0, 1). */
  place(part: number, uniform: Point, normal: Point): Point;
  /** ln p(x, y) in nats; -Infinity where no point can be. */
  logDensity(x: number, y: number): number;
}
