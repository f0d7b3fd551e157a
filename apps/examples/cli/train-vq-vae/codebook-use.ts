import type { Dataset } from '@genmodels/datasets';
import { fromCodeImages } from './code-images.ts';

/** How much of its codebook a model uses. */
export interface CodebookUse {
  readonly entries: number;
  /** exp of the entropy of the codes: how many entries, used alike, would be as varied. */
  readonly perplexity: number;
  /** The share of the entries that occur at all. */
  readonly live: number;
}

/** Over the codes of images. */
export async function codebookUse(codes: Dataset, entries: number): Promise<CodebookUse> {
  const images = codes.images(Array.from({ length: codes.length }, (_, i) => i));
  const numbers = fromCodeImages(images, entries);
  try {
    return useOf(await numbers.data(), entries);
  } finally {
    images.dispose();
    numbers.dispose();
  }
}

/** Of codes, one after another. */
export function useOf(codes: ArrayLike<number>, entries: number): CodebookUse {
  const counts = new Array<number>(entries).fill(0);
  for (let i = 0; i < codes.length; i++) counts[codes[i]!]! += 1;
  const shares = counts.filter((count) => count > 0).map((count) => count / codes.length);
  const entropy = -shares.reduce((sum, share) => sum + share * Math.log(share), 0);
  return { entries, perplexity: Math.exp(entropy), live: shares.length / entries };
}
