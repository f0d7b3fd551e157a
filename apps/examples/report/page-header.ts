import { type Figure, figureBlock } from './figure-block.ts';
import { type Markup, markup } from './markup.ts';
import { type Picture, pictureBlock } from './picture-block.ts';

/** What a page begins with. */
export interface PageHeader {
  readonly title: string;
  /** What was done, in a sentence or two. */
  readonly lede: string;
  readonly figures: readonly Figure[];
  /** The picture beside the figures. */
  readonly samples?: Picture | undefined;
}

export function pageHeader({ title, lede, figures, samples }: PageHeader): Markup {
  return markup`<header>
<div class="words">
${pageTitle(title, lede)}
<dl class="figures">${figures.map(figureBlock)}</dl>
</div>
${samples === undefined ? [] : pictureBlock(samples)}
</header>`;
}

/** The words alone, for a page that begins otherwise. */
export function pageTitle(title: string, lede: string): Markup {
  return markup`<p class="brand">genmodels</p>
<h1>${title}</h1>
<p class="lede">${lede}</p>`;
}
