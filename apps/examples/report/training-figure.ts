import type { Figure } from './figure-block.ts';
import { whole } from './numbers.ts';

/** What was seen in all, and how fast since the program was started. */
interface Seen {
  readonly seen: number;
  readonly seenNow: number;
  readonly seconds: number;
}

/** How fast a training was. `examples` is the word for them: 'images'. */
export function trainingFigure({ seen, seenNow, seconds }: Seen, examples: string): Figure {
  return { name: 'Training', value: whole(seenNow / seconds), unit: `${examples}/s`, note: `${whole(seen)} ${examples} seen` };
}
