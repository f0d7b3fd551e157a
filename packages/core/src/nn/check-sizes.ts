import { integer } from '../config.ts';

/** Throws 'invalid-config' unless every size of a layer is an integer of at least 1. */
export function checkSizes(sizes: Readonly<Record<string, number>>): void {
  for (const [name, size] of Object.entries(sizes)) integer({ min: 1 })(size, name);
}
