import { counted, whole } from '../../report/numbers.ts';
import { type RepresentationName, representationOf } from './representations.ts';

// What the tables of a report call their rows and columns.

/** 'VAE: the mean of q(z given x)' */
export function rowName(name: RepresentationName): string {
  const { title, about } = representationOf(name);
  return `${title}: ${about}`;
}

/** '100 labels', and of the last 'all 55,000 labels'. */
export function columnNames(counts: readonly number[]): string[] {
  return counts.map((count, i) => (i === counts.length - 1 ? `all ${whole(count)} labels` : counted(count, 'label')));
}
