import { htmlDocument } from '../../report/document.ts';
import { type Facts, factList } from '../../report/fact-list.ts';
import { type Markup, markup, verbatim } from '../../report/markup.ts';
import { type PageHeader, pageHeader } from '../../report/page-header.ts';
import { pngUri } from '../../report/png-uri.ts';

/** An equation: its three terms and its result in words and as pictures, and the way to more results. */
export interface EquationBlock {
  readonly words: readonly string[];
  readonly terms: readonly Uint8Array[];
  readonly walk: Uint8Array;
}

/** All that the page shows. */
export interface FaceArithmeticPage extends PageHeader {
  readonly equations: readonly EquationBlock[];
  readonly equationsCaption: string;
  /** Tables, each under its name. */
  readonly tables: readonly { readonly name: string; readonly table: Markup; readonly caption: string }[];
  readonly facts: Facts;
  readonly config: string;
  /** Code that goes on from here. */
  readonly usage: string;
}

/** One HTML file: pictures inside, no script, nothing from the network, light and dark. */
export function faceArithmeticPage(page: FaceArithmeticPage): string {
  const { equations, equationsCaption, tables, facts, config, usage } = page;
  return htmlDocument(
    page.title,
    markup`<style>${verbatim(style)}</style>
${pageHeader(page)}
<section>
<h2>Equations</h2>
<p class="about">${equationsCaption}</p>
${equations.map(equationBlock)}
</section>
${tables.map(tableSection)}
<section>
<h2>How it was made</h2>
${factList(facts)}
<h3>Config of the generator</h3>
<pre>${config}</pre>
</section>
<section>
<h2>Use it</h2>
<pre>${usage}</pre>
</section>`,
  );
}

/** Between the terms, before the result, and before the walk. */
const signs = ['−', '+', '=', '\u00a0'];

function equationBlock({ words, terms, walk }: EquationBlock): Markup {
  const pictures = [...terms, walk];
  const columns = pictures.map((png, i) => {
    const image = markup`<img src="${pngUri(png)}" alt="${words[i] ?? 'walk'}">`;
    const caption = words[i] ?? 'third faces, moved along the pure direction';
    const sign = signs[i] === undefined ? [] : markup`<span>${signs[i]}</span>`;
    return markup`<figure${verbatim(i < terms.length ? '' : ' class="walk"')}>${image}<figcaption>${caption}</figcaption></figure>${sign}`;
  });
  return markup`<div class="equation">${columns}</div>`;
}

function tableSection({ name, table, caption }: FaceArithmeticPage['tables'][number]): Markup {
  return markup`<section><h2>${name}</h2><figure class="plot wide">${table}<figcaption>${caption}</figcaption></figure></section>`;
}

const style = `
.about { color: var(--soft); max-width: 76ch; }
.equation { display: flex; align-items: flex-start; gap: 10px; margin-top: 36px; overflow-x: auto; }
.equation figure { flex: none; width: 70px; }
.equation .walk { width: 560px; }
.equation figure > img { border-radius: 6px; }
.equation span { flex: none; width: 20px; line-height: 420px; text-align: center; font-size: 26px; color: var(--soft); }
.equation figcaption { font-size: 12.5px; line-height: 1.35; }
`;
