import { indexedDb } from '../../src/io/places/indexed-db.ts';
import { opfs } from '../../src/io/places/opfs.ts';
import type { ByteFolder } from '../../src/io/places/storage.ts';
import { numberedFile, numberOf } from '../numbered-file.ts';

export type Place = 'indexedDb' | 'opfs';

const openFolder: Readonly<Record<Place, () => ByteFolder>> = {
  indexedDb: () => indexedDb('models'),
  opfs: () => opfs('models'),
};

/** Writes files of these numbers to one name, one after the other, and tells the console of each that is acknowledged. */
export async function write(place: Place, first: number, last: number): Promise<void> {
  for (let number = first; number <= last; number++) {
    await openFolder[place]().file('a').write(numberedFile(number));
    console.log(`${place} ${number}`);
  }
}

/** The same in both places, for ever. */
export function writeOn(first: Readonly<Record<Place, number>>): void {
  for (const [place, number] of Object.entries(first)) void write(place as Place, number, Number.POSITIVE_INFINITY);
}

/** The number of the file that is there. */
export async function read(place: Place): Promise<number> {
  return numberOf(await openFolder[place]().file('a').read());
}

/** Reads until a file of one of these numbers is there; how many different ones it saw. Every one must be whole. */
export async function watch(place: Place, last: readonly number[]): Promise<number> {
  const seen = new Set<number>();
  while (![...seen].some((number) => last.includes(number))) seen.add(await read(place));
  return seen.size;
}

export async function list(place: Place): Promise<string[]> {
  return openFolder[place]().list();
}
