/** Text that is HTML or SVG already and is not escaped again. */
export interface Markup {
  readonly markup: string;
}

type Part = string | number | Markup | readonly Markup[];

/** A template of HTML or SVG: what is put in is escaped, unless it is markup itself. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { markup: String.raw({ raw: strings }, ...parts.map(textOf)) };
}

/** Takes text for markup as it is: a style sheet, a finished picture. */
export function verbatim(text: string): Markup {
  return { markup: text };
}

function textOf(part: Part): string {
  if (typeof part === 'object') return 'markup' in part ? part.markup : part.map(textOf).join('');
  return String(part).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
