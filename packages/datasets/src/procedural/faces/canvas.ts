import type { Box, Shape } from './shapes.ts';

/** How a shape is painted. */
export interface Paint {
  /** 0xrrggbb. */
  readonly colour: number;
  /** Times as bright as the colour. @default 1 */
  readonly light?: number;
  /** @default 1 */
  readonly opacity?: number;
  /** Over how many pixels the edge fades. @default 1 */
  readonly soft?: number;
  /** How much brighter the upper left is than the middle, and the lower right darker: the light comes from there. @default 0 */
  readonly shade?: number;
  /** How much darker the rim is than the inside. @default 0 */
  readonly rim?: number;
}

/** Where shapes come to lie: turned about the point `pivot` of theirs, scaled, and with that point moved to `at` in pixels. */
export interface Frame {
  readonly pivot: readonly [x: number, y: number];
  readonly at: readonly [x: number, y: number];
  /** Pixels for each unit. */
  readonly size: number;
  /** Of the angle, clockwise. */
  readonly cosine: number;
  readonly sine: number;
}

/** Paints a shape over what is there. */
export type Brush = (shape: Shape, paint: Paint) => void;

/** Units from the edge inwards over which a rim fades. */
const RIM = 1.8;

/** A square picture in colour, 0 to 255. */
export class Canvas {
  readonly #side: number;
  /** [side, side, 3]. */
  readonly #rgb: Float64Array;

  constructor(side: number, colour: number) {
    this.#side = side;
    this.#rgb = new Float64Array(side * side * 3);
    for (let pixel = 0; pixel < side * side; pixel++) this.#blend(pixel, colour, 1, 1);
  }

  brush(frame: Frame): Brush {
    return (shape, paint) => this.#paint(shape, paint, frame);
  }

  /** [side, side, 3] bytes, all of them `light` times as bright. */
  toBytes(light: number): Uint8ClampedArray {
    const bytes = new Uint8ClampedArray(this.#rgb.length);
    for (let i = 0; i < bytes.length; i++) bytes[i] = light * this.#rgb[i]!;
    return bytes;
  }

  #paint(shape: Shape, paint: Paint, frame: Frame): void {
    const { colour, opacity = 1, soft = 1, rim = 0 } = paint;
    const [left, top, right, bottom] = this.#pixels(shape.box, frame, soft);
    const [plain, alongX, alongY] = lightOn(paint, shape.box);
    const stepX = frame.cosine / frame.size; // what one pixel to the right is in the shape's units
    const stepY = -frame.sine / frame.size;
    for (let row = top; row < bottom; row++) {
      const across = left + 0.5 - frame.at[0];
      const down = row + 0.5 - frame.at[1];
      let x = frame.pivot[0] + across * stepX - down * stepY;
      let y = frame.pivot[1] + across * stepY + down * stepX;
      for (let column = left; column < right; column++, x += stepX, y += stepY) {
        const distance = shape.distance(x, y);
        const cover = 0.5 - (distance * frame.size) / soft;
        if (cover <= 0) continue;
        const light = (plain + alongX * x + alongY * y) * (1 - rim * smooth(1 + distance / RIM));
        this.#blend(row * this.#side + column, colour, opacity * smooth(cover), light);
      }
    }
  }

  #blend(pixel: number, colour: number, cover: number, light: number): void {
    const rgb = this.#rgb;
    const i = 3 * pixel;
    rgb[i] = rgb[i]! + cover * (light * (colour >> 16) - rgb[i]!);
    rgb[i + 1] = rgb[i + 1]! + cover * (light * ((colour >> 8) & 255) - rgb[i + 1]!);
    rgb[i + 2] = rgb[i + 2]! + cover * (light * (colour & 255) - rgb[i + 2]!);
  }

  /** The pixels that a box may touch where it comes to lie, from the first two to before the last two. */
  #pixels([left, top, right, bottom]: Box, { pivot, at, size, cosine, sine }: Frame, soft: number): Box {
    const middleX = (left + right) / 2 - pivot[0];
    const middleY = (top + bottom) / 2 - pivot[1];
    const x = at[0] + size * (cosine * middleX - sine * middleY);
    const y = at[1] + size * (sine * middleX + cosine * middleY);
    const halfX = (size * (cosine * (right - left) + Math.abs(sine) * (bottom - top)) + soft) / 2;
    const halfY = (size * (cosine * (bottom - top) + Math.abs(sine) * (right - left)) + soft) / 2;
    return [
      Math.max(0, Math.floor(x - halfX)),
      Math.max(0, Math.floor(y - halfY)),
      Math.min(this.#side, Math.ceil(x + halfX)),
      Math.min(this.#side, Math.ceil(y + halfY)),
    ];
  }
}

/** From 0 at 0 to 1 at 1, flat before and behind, without a kink. */
function smooth(t: number): number {
  if (t >= 1) return 1;
  return t <= 0 ? 0 : t * t * (3 - 2 * t);
}

/** How bright the paint is at [x, y] of the shape's units: plain + alongX * x + alongY * y. */
function lightOn({ light = 1, shade = 0 }: Paint, box: Box): [plain: number, alongX: number, alongY: number] {
  const alongX = (-0.8 * light * shade) / (box[2] - box[0]);
  const alongY = (-1.2 * light * shade) / (box[3] - box[1]);
  return [light - (alongX * (box[0] + box[2]) + alongY * (box[1] + box[3])) / 2, alongX, alongY];
}
