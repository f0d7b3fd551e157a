import { htmlDocument } from './document.ts';
import { type Markup, markup, verbatim } from './markup.ts';
import { pngUri } from './png-uri.ts';

/** All that the report page shows. */
export interface Report {
  readonly title: string;
  /** What was trained on what, in a sentence or two. */
  readonly lede: string;
  readonly figures: readonly Figure[];
  readonly samples: Picture;
  readonly loss: { readonly plot: Markup; readonly caption: string };
  readonly pictures: readonly Picture[];
  /** How the run was made: command, seed, versions. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly config: string;
  /** Code that goes on from here. */
  readonly usage: string;
}

/** One number with its unit, and a note that says what it is a number of. */
export interface Figure {
  readonly name: string;
  readonly value: string;
  readonly unit: string;
  readonly note: string;
}

export interface Picture {
  readonly name: string;
  readonly caption: string;
  readonly png: Uint8Array;
  /** White strokes on black, which a light page shows as ink on paper. */
  readonly ink?: boolean;
}

/** The report as one HTML file: pictures inside, no script, nothing from the network, light and dark. */
export function reportPage({ title, lede, figures, samples, loss, pictures, facts, config, usage }: Report): string {
  return htmlDocument(
    title,
    markup`<header>
<div class="words">
<p class="brand">genmodels</p>
<h1>${title}</h1>
<p class="lede">${lede}</p>
<dl class="figures">${figures.map(figureBlock)}</dl>
</div>
${pictureBlock(samples)}
</header>
<section>
<h2>Learning</h2>
<figure class="plot">${loss.plot}<figcaption>${loss.caption}</figcaption></figure>
</section>
<section class="pictures">${pictures.map(pictureBlock)}</section>
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

function figureBlock({ name, value, unit, note }: Figure): Markup {
  return markup`<div><dt>${name}</dt><dd><strong>${value}</strong> ${unit}<small>${note}</small></dd></div>`;
}

function pictureBlock({ name, caption, png, ink = false }: Picture): Markup {
  const image = markup`<img src="${pngUri(png)}" alt="${name}">`;
  return markup`<figure${verbatim(ink ? ' class="ink"' : '')}>${image}<figcaption><b>${name}</b> ${caption}</figcaption></figure>`;
}
