import { type Markup, markup, verbatim } from './markup.ts';
import { pngUri } from './png-uri.ts';

export interface Picture {
  readonly name: string;
  readonly caption: string;
  readonly png: Uint8Array;
  /** White strokes on black, which a light page shows as ink on paper. */
  readonly ink?: boolean;
}

/** A picture over its name and caption. */
export function pictureBlock({ name, caption, png, ink = false }: Picture): Markup {
  const image = markup`<img src="${pngUri(png)}" alt="${name}">`;
  return markup`<figure${verbatim(ink ? ' class="ink"' : '')}>${image}<figcaption><b>${name}</b> ${caption}</figcaption></figure>`;
}
