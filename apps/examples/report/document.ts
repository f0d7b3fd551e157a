import { type Markup, markup, verbatim } from './markup.ts';
import { pageStyle } from './page-style.ts';

/** One HTML file in the style of our reports: no script, nothing from the network, light and dark. */
export function htmlDocument(title: string, main: Markup): string {
  return markup`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${verbatim(pageStyle)}</style>
<main>
${main}
</main>
</html>
`.markup;
}
