import { type Markup, markup } from './markup.ts';

/** How something was made or measured: command, seed, versions. */
export type Facts = readonly (readonly [name: string, value: string])[];

export function factList(facts: Facts): Markup {
  return markup`<dl class="facts">${facts.map(([name, value]) => markup`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}
