import { htmlDocument } from '../../report/document.ts';
import { type Facts, factList } from '../../report/fact-list.ts';
import { figureBlock } from '../../report/figure-block.ts';
import { type Markup, markup } from '../../report/markup.ts';
import { type PageHeader, pageTitle } from '../../report/page-header.ts';
import { type Picture, pictureBlock } from '../../report/picture-block.ts';
import { type PlainTable, plainTable } from '../../report/plain-table.ts';

/** What the first page of a demo shows. */
export interface DemoPage extends Omit<PageHeader, 'samples'> {
  /** Side by side. */
  readonly models: readonly DemoModel[];
  /** What can be said of all of them. */
  readonly table: PlainTable;
  readonly caption: string;
  readonly facts: Facts;
}

interface DemoModel {
  readonly name: string;
  readonly samples: Picture;
  /** The path of the model's report from here. */
  readonly report: string;
}

/** One HTML file: pictures inside, no script, nothing from the network, light and dark. */
export function demoPage({ title, lede, figures, models, table, caption, facts }: DemoPage): string {
  return htmlDocument(
    title,
    markup`<header>
<div class="words">${pageTitle(title, lede)}</div>
<dl class="figures">${figures.map(figureBlock)}</dl>
</header>
<section class="pictures three">${models.map(modelBlock)}</section>
<section>
<h2>Side by side</h2>
<figure class="plot">${plainTable(table)}<figcaption>${caption}</figcaption></figure>
</section>
<section>
<h2>How it was made</h2>
${factList(facts)}
</section>`,
  );
}

function modelBlock({ name, samples, report }: DemoModel): Markup {
  return markup`<div>
<h2>${name}</h2>
${pictureBlock(samples)}
<p><a href="${report}">Its report</a></p>
</div>`;
}
