import { type Axis, axis } from './axis.ts';
import { type Markup, markup, verbatim } from './markup.ts';

/** Pixels of the letters; the bars are between `left` and `right`, `top` and `bottom`. */
const size = { width: 860, height: 250 };
const frame = { left: 56, right: 850, top: 30, bottom: 214 };

/** A bar for each of some values, none of them below 0, as an SVG picture that stands in a page, in light and in dark. */
export function barPlot(values: readonly number[], labels: { readonly x: string; readonly y: string }): Markup {
  const y = axis(0, Math.max(...values, 1e-3), frame.bottom, frame.top, 4);
  return markup`<svg class="bar-plot" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" role="img">
<title>${labels.y} by ${labels.x}</title>
<style>${verbatim(style)}</style>
${y.ticks.map((tick) => tickLine(tick, y))}
${values.map((value, i) => bar(value, i, values.length, y))}
<text class="name" x="${frame.left}" y="${frame.top - 14}">${labels.y}</text>
<text class="name" x="${frame.right}" y="${size.height - 12}" text-anchor="end">${labels.x}</text>
</svg>`;
}

function tickLine(value: number, { place }: Axis): Markup {
  const y = place(value).toFixed(1);
  return markup`<line x1="${frame.left}" x2="${frame.right}" y1="${y}" y2="${y}"/><text x="${frame.left - 10}" y="${y}" dy="0.35em" text-anchor="end">${value}</text>`;
}

function bar(value: number, index: number, count: number, { place }: Axis): Markup {
  const room = (frame.right - frame.left) / count;
  const [left, top] = [frame.left + (index + 0.1) * room, place(value)];
  return markup`<rect x="${left.toFixed(1)}" y="${top.toFixed(1)}" width="${(0.8 * room).toFixed(1)}" height="${(frame.bottom - top).toFixed(1)}"/>`;
}

const style = `
.bar-plot { --ink: #495057; --faint: #e3e4e8; --bar: #74a7d8; display: block; width: 100%; height: auto; }
@media (prefers-color-scheme: dark) { .bar-plot { --ink: #adb5bd; --faint: #2b2f36; --bar: #4d7fb3; } }
.bar-plot text { font: 12px system-ui, sans-serif; fill: var(--ink); font-variant-numeric: tabular-nums; }
.bar-plot .name { font-size: 13px; }
.bar-plot line { stroke: var(--faint); }
.bar-plot rect { fill: var(--bar); }
`;
