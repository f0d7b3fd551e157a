/** [left, top, right, bottom], y downwards. */
export type Box = readonly [left: number, top: number, right: number, bottom: number];

/** A region of the plane. */
export interface Shape {
  /** Holds the whole shape. */
  readonly box: Box;
  /** From the edge, negative inside; near the edge right to a few percent, far from it only by sign. */
  distance(x: number, y: number): number;
}

/** A point that a stroke passes through, and half its width there. */
export type StrokePoint = readonly [x: number, y: number, radius: number];

export function ellipse(centreX: number, centreY: number, radiusX: number, radiusY: number): Shape {
  return {
    box: [centreX - radiusX, centreY - radiusY, centreX + radiusX, centreY + radiusY],
    distance(x, y) {
      const u = (x - centreX) / radiusX;
      const v = (y - centreY) / radiusY;
      const length = Math.sqrt(u * u + v * v);
      const slope = Math.sqrt((u * u) / (radiusX * radiusX) + (v * v) / (radiusY * radiusY));
      return slope > 0 ? (length * (length - 1)) / slope : -Math.min(radiusX, radiusY); // first order: value over gradient
    },
  };
}

/** A box whose corners are quarters of a circle of radius `round`. */
export function roundedBox(centreX: number, centreY: number, halfWidth: number, halfHeight: number, round: number): Shape {
  return {
    box: [centreX - halfWidth, centreY - halfHeight, centreX + halfWidth, centreY + halfHeight],
    distance(x, y) {
      const u = Math.abs(x - centreX) - halfWidth + round;
      const v = Math.abs(y - centreY) - halfHeight + round;
      if (u <= 0 || v <= 0) return Math.max(u, v) - round;
      return Math.sqrt(u * u + v * v) - round;
    },
  };
}

/** A line through points with round ends, whose width changes evenly from one point to the next. */
export function stroke(...points: readonly StrokePoint[]): Shape {
  const pieces = points.slice(1).map((end, i) => straightPiece(points[i]!, end));
  return pieces.length === 1 ? pieces[0]! : union(...pieces);
}

function straightPiece([x0, y0, radius0]: StrokePoint, [x1, y1, radius1]: StrokePoint): Shape {
  const lengthX = x1 - x0;
  const lengthY = y1 - y0;
  const square = lengthX * lengthX + lengthY * lengthY;
  const radius = Math.max(radius0, radius1);
  return {
    box: [Math.min(x0, x1) - radius, Math.min(y0, y1) - radius, Math.max(x0, x1) + radius, Math.max(y0, y1) + radius],
    distance(x, y) {
      const along = Math.min(1, Math.max(0, ((x - x0) * lengthX + (y - y0) * lengthY) / square));
      const gapX = x - x0 - along * lengthX;
      const gapY = y - y0 - along * lengthY;
      return Math.sqrt(gapX * gapX + gapY * gapY) - radius0 - along * (radius1 - radius0);
    },
  };
}

/** A bow from [-half, y] over [0, y + drop] to [half, y], thinner at its ends. */
export function bow(centreX: number, y: number, half: number, drop: number, radius: number): Shape {
  const points = [-1, -0.6, -0.2, 0.2, 0.6, 1].map(
    (t): StrokePoint => [centreX + half * t, y + drop * (1 - t * t), radius * (1 - 0.25 * t * t)],
  );
  return stroke(...points);
}

export function union(...shapes: readonly Shape[]): Shape {
  return {
    box: [
      Math.min(...shapes.map(({ box }) => box[0])),
      Math.min(...shapes.map(({ box }) => box[1])),
      Math.max(...shapes.map(({ box }) => box[2])),
      Math.max(...shapes.map(({ box }) => box[3])),
    ],
    distance(x, y) {
      let nearest = Infinity;
      for (const shape of shapes) {
        const [left, top, right, bottom] = shape.box;
        if (Math.max(left - x, x - right, top - y, y - bottom) >= nearest) continue; // cannot be nearer
        nearest = Math.min(nearest, shape.distance(x, y));
      }
      return nearest;
    },
  };
}

/** What both shapes cover. */
export function overlap(a: Shape, b: Shape): Shape {
  return {
    box: [Math.max(a.box[0], b.box[0]), Math.max(a.box[1], b.box[1]), Math.min(a.box[2], b.box[2]), Math.min(a.box[3], b.box[3])],
    distance: (x, y) => Math.max(a.distance(x, y), b.distance(x, y)),
  };
}

/** What `shape` covers and `hole` does not. */
export function cut(shape: Shape, hole: Shape): Shape {
  return { box: shape.box, distance: (x, y) => Math.max(shape.distance(x, y), -hole.distance(x, y)) };
}

/** The part of a shape above a height. */
export function above(height: number, shape: Shape): Shape {
  const [left, top, right, bottom] = shape.box;
  return {
    box: [left, top, right, Math.min(bottom, height)],
    distance: (x, y) => Math.max(shape.distance(x, y), y - height),
  };
}

/** The part of a shape below a height. */
export function below(height: number, shape: Shape): Shape {
  const [left, top, right, bottom] = shape.box;
  return {
    box: [left, Math.max(top, height), right, bottom],
    distance: (x, y) => Math.max(shape.distance(x, y), height - y),
  };
}

/** Wider by `by` on every side. */
export function grow(by: number, shape: Shape): Shape {
  const [left, top, right, bottom] = shape.box;
  return { box: [left - by, top - by, right + by, bottom + by], distance: (x, y) => shape.distance(x, y) - by };
}

/** A shape on the right (x > 0) and its mirror image on the left. */
export function onBothSides(shape: Shape): Shape {
  const [, top, right, bottom] = shape.box;
  return { box: [-right, top, right, bottom], distance: (x, y) => shape.distance(Math.abs(x), y) };
}
