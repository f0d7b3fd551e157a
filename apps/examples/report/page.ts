import { htmlDocument } from './document.ts';
import { type Facts, factList } from './fact-list.ts';
import { type Markup, markup } from './markup.ts';
import { type PageHeader, pageHeader } from './page-header.ts';
import { type Picture, pictureBlock } from './picture-block.ts';

/** All that the report page shows. */
export interface Report extends PageHeader {
  /** Absent where nothing was trained. */
  readonly loss?: Plot;
  /** What else was watched during training. */
  readonly plots?: readonly Plot[];
  readonly pictures: readonly Picture[];
  /** What else was found, each under its name. */
  readonly sections?: readonly { readonly name: string; readonly content: Markup; readonly caption: string }[];
  /** How the run was made: command, seed, versions. */
  readonly facts: Facts;
  readonly config: string;
  /** Code that goes on from here. */
  readonly usage: string;
}

export interface Plot {
  readonly plot: Markup;
  readonly caption: string;
}

/** The report as one HTML file: pictures inside, no script, nothing from the network, light and dark. */
export function reportPage({ loss, plots = [], pictures, sections = [], facts, config, usage, ...header }: Report): string {
  return htmlDocument(
    header.title,
    markup`${pageHeader(header)}
${loss === undefined ? [] : learningSection(loss, plots)}
${pictures.length === 0 ? [] : markup`<section class="pictures">${pictures.map(pictureBlock)}</section>`}
${sections.map(sectionBlock)}
<section>
<h2>How it was made</h2>
${factList(facts)}
<h3>Config of the model</h3>
<pre>${config}</pre>
</section>
<section>
<h2>Use it</h2>
<pre>${usage}</pre>
</section>`,
  );
}

function learningSection(loss: Plot, plots: readonly Plot[]): Markup {
  return markup`<section>
<h2>Learning</h2>
${plotBlock(loss)}
${plots.length === 0 ? [] : markup`<div class="plots">${plots.map(plotBlock)}</div>`}
</section>`;
}

function plotBlock({ plot, caption }: Plot): Markup {
  return markup`<figure class="plot">${plot}<figcaption>${caption}</figcaption></figure>`;
}

function sectionBlock({ name, content, caption }: NonNullable<Report['sections']>[number]): Markup {
  return markup`<section><h2>${name}</h2><figure class="wide">${content}<figcaption>${caption}</figcaption></figure></section>`;
}
