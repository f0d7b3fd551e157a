import { type Markup, markup } from './markup.ts';

/** One number with its unit, and a note that says what it is a number of. */
export interface Figure {
  readonly name: string;
  readonly value: string;
  readonly unit: string;
  readonly note: string;
}

/** A figure as a line of the terminal: its name, and all else of it. */
export function figureLine({ name, value, unit, note }: Figure): [name: string, text: string] {
  return [name, `${`${value} ${unit}`.trimEnd()}  (${note})`];
}

/** A figure as an entry of a list of them. */
export function figureBlock({ name, value, unit, note }: Figure): Markup {
  return markup`<div><dt>${name}</dt><dd><strong>${value}</strong> ${unit}<small>${note}</small></dd></div>`;
}
