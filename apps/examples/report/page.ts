import { htmlDocument } from './document.ts';
import { type Figure, figureBlock } from './figure-block.ts';
import { type Markup, markup } from './markup.ts';
import { type Picture, pictureBlock } from './picture-block.ts';

/** All that the report page shows. */
export interface Report {
  readonly title: string;
  /** What was trained on what, in a sentence or two. */
  readonly lede: string;
  readonly figures: readonly Figure[];
  /** The picture beside the figures. */
  readonly samples?: Picture | undefined;
  readonly loss: { readonly plot: Markup; readonly caption: string };
  readonly pictures: readonly Picture[];
  /** What else was found, each under its name. */
  readonly sections?: readonly { readonly name: string; readonly content: Markup; readonly caption: string }[];
  /** How the run was made: command, seed, versions. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly config: string;
  /** Code that goes on from here. */
  readonly usage: string;
}

/** The report as one HTML file: pictures inside, no script, nothing from the network, light and dark. */
export function reportPage({
  title,
  lede,
  figures,
  samples,
  loss,
  pictures,
  sections = [],
  facts,
  config,
  usage,
}: Report): string {
  return htmlDocument(
    title,
    markup`<header>
<div class="words">
<p class="brand">genmodels</p>
<h1>${title}</h1>
<p class="lede">${lede}</p>
<dl class="figures">${figures.map(figureBlock)}</dl>
</div>
${samples === undefined ? [] : pictureBlock(samples)}
</header>
<section>
<h2>Learning</h2>
<figure class="plot">${loss.plot}<figcaption>${loss.caption}</figcaption></figure>
</section>
${pictures.length === 0 ? [] : markup`<section class="pictures">${pictures.map(pictureBlock)}</section>`}
${sections.map(sectionBlock)}
<section>
<h2>How it was made</h2>
<dl class="facts">${facts.map(([name, value]) => markup`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
<h3>Config of the model</h3>
<pre>${config}</pre>
</section>
<section>
<h2>Use it</h2>
<pre>${usage}</pre>
</section>`,
  );
}

function sectionBlock({ name, content, caption }: NonNullable<Report['sections']>[number]): Markup {
  return markup`<section><h2>${name}</h2><figure class="wide">${content}<figcaption>${caption}</figcaption></figure></section>`;
}
