import { htmlDocument } from '../../report/document.ts';
import { type Facts, factList } from '../../report/fact-list.ts';
import { type Markup, markup } from '../../report/markup.ts';
import { pageTitle } from '../../report/page-header.ts';
import { pngUri } from '../../report/png-uri.ts';

/** What the page of a data set shows. */
export interface DataPage {
  readonly title: string;
  readonly lede: string;
  /** A strip of examples for each class. */
  readonly rows: readonly { readonly name: string; readonly png: Uint8Array }[];
  /** White strokes on black, which a light page shows as ink on paper. */
  readonly ink: boolean;
  readonly facts: Facts;
}

/** One HTML file: pictures inside, no script, nothing from the network, light and dark. */
export function dataPage({ title, lede, rows, ink, facts }: DataPage): string {
  return htmlDocument(
    title,
    markup`${pageTitle(title, lede)}
<section><dl class="classes${ink ? ' ink' : ''}">${rows.map(rowBlock)}</dl></section>
<section>
<h2>What it holds</h2>
${factList(facts)}
</section>`,
  );
}

function rowBlock({ name, png }: DataPage['rows'][number]): Markup {
  return markup`<dt>${name}</dt><dd><img src="${pngUri(png)}" alt="${name}"></dd>`;
}
