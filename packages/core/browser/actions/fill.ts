import { indexedDb } from '../../src/io/places/indexed-db.ts';
import { opfs } from '../../src/io/places/opfs.ts';
import { failing, same } from '../expectations.ts';
import { numberedFile, numberOf } from '../numbered-file.ts';

/** Throws unless a write without room for it says so and keeps the old file, and a smaller one has room afterwards. */
export async function fill(place: 'indexedDb' | 'opfs'): Promise<void> {
  const folder = place === 'opfs' ? opfs('models') : indexedDb('models');
  await folder.file('a').write(numberedFile(1));
  const large = Float64Array.from({ length: 2_500_000 }, (_, i) => Math.sin(i)); // 20 MB that the browser cannot compress
  for (const name of ['a', 'b']) {
    const { message, cause } = await failing('storage', () => folder.file(name).write(new Uint8Array(large.buffer)));
    same(['QuotaExceededError', 'AbortError'].includes((cause as Error).name), true); // Chromium mixes them up in the private file system
    same(/ must have room for the file, got .* Remove what is no longer needed/.test(message), true);
  }
  same([numberOf(await folder.file('a').read()), await folder.list()], [1, ['a']]);
  await folder.file('b').write(numberedFile(2));
  same([numberOf(await folder.file('b').read()), await folder.list()], [2, ['a', 'b']]);
}
