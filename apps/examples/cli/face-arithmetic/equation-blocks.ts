import { type Markup, markup, verbatim } from '../../report/markup.ts';
import { pngUri } from '../../report/png-uri.ts';

/** An equation: its three terms and its result in words and as pictures, and the way to more results. */
export interface EquationBlock {
  readonly words: readonly string[];
  readonly terms: readonly Uint8Array[];
  readonly walk: Uint8Array;
}

/** Equations below each other, signs between their pictures. */
export function equationBlocks(equations: readonly EquationBlock[]): Markup {
  return markup`<style>${verbatim(style)}</style>${equations.map(equationBlock)}`;
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

const style = `
.equation { display: flex; align-items: flex-start; gap: 10px; margin-bottom: 28px; overflow-x: auto; }
.equation figure { flex: none; width: 70px; }
.equation .walk { width: 560px; }
.equation figure > img { border-radius: 6px; }
.equation span { flex: none; width: 20px; line-height: 420px; text-align: center; font-size: 26px; color: var(--soft); }
.equation figcaption { font-size: 12.5px; line-height: 1.35; }
`;
