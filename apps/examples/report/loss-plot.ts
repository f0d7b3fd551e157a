import { type Axis, axis } from './axis.ts';
import { type Markup, markup, verbatim } from './markup.ts';
import { decimal, shortNumber } from './numbers.ts';

/** A line of the plot. */
export interface Curve {
  readonly name: string;
  readonly points: readonly Point[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** In pixels of the letters. */
export interface PlotSize {
  readonly width: number;
  readonly height: number;
}

/** Across a page. */
const wide: PlotSize = { width: 860, height: 360 };

/** Two beside each other. */
export const halfSize: PlotSize = { width: 500, height: 280 };

/** Where the lines are; around them stand ticks and names. */
interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A line of more points marks none of them: its dots would touch. */
const dotted = 60;

/**
 * Loss curves as an SVG picture that stands alone or in a page, in light and in dark. The first tenth of the training, where
 * the loss falls steeply, may leave the top of the frame, so that the rest can be read.
 */
export function lossPlot(
  curves: readonly Curve[],
  labels: { readonly x: string; readonly y: string },
  { width, height }: PlotSize = wide,
): Markup {
  const frame = { left: 56, right: width - 128, top: 30, bottom: height - 46 };
  const clip = `frame-${width}-${height}`; // plots of one size may share it, others of the page must not
  const shown = curves
    .map((curve) => ({ ...curve, points: curve.points.filter(isFinitePoint) }))
    .filter(({ points }) => points.length > 0);
  const { x, y } = axes(
    shown.flatMap(({ points }) => points),
    frame,
  );
  return markup`<svg class="loss-plot" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img">
<title>${labels.y} by ${labels.x}</title>
<style>${verbatim(style)}</style>
<clipPath id="${clip}"><rect x="${frame.left}" y="${frame.top}" width="${frame.right - frame.left + 4}" height="${frame.bottom - frame.top}"/></clipPath>
${y.ticks.map((tick) => horizontalTick(tick, y, frame))}
${x.ticks.map((tick) => verticalTick(tick, x, frame))}
<text class="name" x="${frame.left}" y="${frame.top - 14}">${labels.y}</text>
<text class="name" x="${frame.right}" y="${height - 8}" text-anchor="end">${labels.x}</text>
<g clip-path="url(#${clip})">${shown.map((curve, i) => line(curve, i, x, y))}</g>
${endLabels(shown, y, frame)}
</svg>`;
}

function axes(points: readonly Point[], frame: Frame): { x: Axis; y: Axis } {
  const xMax = Math.max(...points.map((point) => point.x), Number.MIN_VALUE);
  const settled = points.filter((point) => point.x >= xMax / 10).map((point) => point.y);
  const values = settled.length > 0 ? settled : [0];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const margin = (high - low || Math.abs(high) || 1) * 0.06;
  return {
    x: axis(0, points.length > 0 ? xMax : 1, frame.left, frame.right, Math.round((frame.right - frame.left) / 68)),
    y: axis(low - margin, high + margin, frame.bottom, frame.top, Math.round((frame.bottom - frame.top) / 47)),
  };
}

function horizontalTick(value: number, { place }: Axis, frame: Frame): Markup {
  const y = pixel(place(value));
  return markup`<line class="grid" x1="${frame.left}" x2="${frame.right}" y1="${y}" y2="${y}"/><text x="${frame.left - 10}" y="${y}" dy="0.35em" text-anchor="end">${value}</text>`;
}

function verticalTick(value: number, { place }: Axis, frame: Frame): Markup {
  const x = pixel(place(value));
  return markup`<line class="tick" x1="${x}" x2="${x}" y1="${frame.bottom}" y2="${frame.bottom + 5}"/><text x="${x}" y="${frame.bottom + 20}" text-anchor="middle">${value}</text>`;
}

function line({ points }: Curve, index: number, x: Axis, y: Axis): Markup {
  const places = points.map((point) => [pixel(x.place(point.x)), pixel(y.place(point.y))] as const);
  const path = places.map(([px, py], i) => `${i === 0 ? 'M' : 'L'}${px} ${py}`).join('');
  const circles = places.length <= dotted ? places.map(([px, py]) => markup`<circle cx="${px}" cy="${py}" r="3"/>`) : [];
  return markup`<g class="curve-${index}"><path d="${path}"/>${circles}</g>`;
}

/** Names and last values beside the ends of the lines, pushed apart where they would touch. */
function endLabels(curves: readonly Curve[], y: Axis, frame: Frame): readonly Markup[] {
  const ends = curves.map(({ name, points }, index) => ({ name, index, value: points.at(-1)!.y }));
  let free = frame.top;
  return ends
    .sort((a, b) => b.value - a.value)
    .map(({ name, index, value }) => {
      const top = Math.max(free, y.place(value) - 14);
      free = top + 38;
      return markup`<g class="end-${index}"><text x="${frame.right + 12}" y="${pixel(top + 12)}">${name}</text><text class="value" x="${frame.right + 12}" y="${pixel(top + 29)}">${endValue(value)}</text></g>`;
    });
}

/** A share of 0.0451 is no 0.05. */
function endValue(value: number): string {
  return Math.abs(value) < 1 ? shortNumber(value) : decimal(value);
}

function isFinitePoint({ x, y }: Point): boolean {
  return Number.isFinite(x) && Number.isFinite(y);
}

function pixel(value: number): string {
  return value.toFixed(1);
}

const style = `
.loss-plot { --ink: #495057; --faint: #e3e4e8; --curve-0: #74a7d8; --curve-1: #d9480f; }
@media (prefers-color-scheme: dark) { .loss-plot { --ink: #adb5bd; --faint: #2b2f36; --curve-0: #4d7fb3; --curve-1: #ff922b; } }
.loss-plot text { font: 12px system-ui, sans-serif; fill: var(--ink); font-variant-numeric: tabular-nums; }
.loss-plot .name { font-size: 13px; }
.loss-plot .grid { stroke: var(--faint); }
.loss-plot .tick { stroke: var(--ink); }
.loss-plot path { fill: none; stroke-width: 2; stroke-linejoin: round; }
.loss-plot .curve-0 path { stroke: var(--curve-0); stroke-width: 1.5; }
.loss-plot .curve-1 path { stroke: var(--curve-1); }
.loss-plot .curve-0 circle { fill: var(--curve-0); }
.loss-plot .curve-1 circle { fill: var(--curve-1); }
.loss-plot .end-0 text { fill: var(--curve-0); }
.loss-plot .end-1 text { fill: var(--curve-1); }
.loss-plot .value { font-size: 15px; font-weight: 600; }
`;
