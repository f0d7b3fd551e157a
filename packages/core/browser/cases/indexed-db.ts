import { byteFolderLaws } from '../../src/io/places/byte-folder-laws.ts';
import { indexedDb } from '../../src/io/places/indexed-db.ts';
import { abortWhileWriting } from '../abort-while-writing.ts';
import { deleteDatabase } from '../delete-database.ts';
import { failing, same } from '../expectations.ts';
import { numberedFile } from '../numbered-file.ts';
import { savesAndLoads } from '../saves-and-loads.ts';

export const alsoInWorker = true;

const own = [
  { name: 'a model is saved and loaded', run: () => savesAndLoads(indexedDb('models').file('toy.safetensors')) },
  { name: 'a write is aborted wholly or not at all', run: () => abortWhileWriting(indexedDb('models')) },
  { name: 'somebody may delete the database at any time, and a write makes it again', run: deletedMeanwhile },
  { name: 'an abort ends the wait for a deletion that another tab holds up', run: heldUp },
  { name: 'the database of another program is left alone', run: foreign },
];

export const cases = [...byteFolderLaws, ...own].map(({ name, run }) => ({
  name,
  async run() {
    await deleteDatabase('models');
    await run(indexedDb('models'));
  },
}));

/** `deleteDatabase` rejects where a connection is left open. */
async function deletedMeanwhile(): Promise<void> {
  const file = indexedDb('models').file('a');
  const write = file.write(numberedFile(1));
  await Promise.all([write, new Promise((resolve) => (indexedDB.deleteDatabase('models').onsuccess = resolve))]);
  await file.write(numberedFile(2));
  same((await file.read()).length, numberedFile(2).length);
  await deleteDatabase('models');
}

async function heldUp(): Promise<void> {
  const connection = await connect('models', 1);
  const deletion = new Promise((resolve) => (indexedDB.deleteDatabase('models').onsuccess = resolve));
  const signal = AbortSignal.timeout(50);
  const outcome = await indexedDb('models')
    .file('a')
    .write(Uint8Array.of(1), { signal })
    .catch((error: unknown) => error);
  if (outcome !== signal.reason) throw new Error(`expected the reason of the signal, got ${outcome}`);
  connection.close();
  await deletion;
}

async function foreign(): Promise<void> {
  for (const version of [1, 7]) {
    await deleteDatabase('foreign');
    (await connect('foreign', version)).close();
    const { message } = await failing('storage', () => indexedDb('foreign').file('a').write(Uint8Array.of(1)));
    same(message.includes('the database foreign must hold files of ours alone, got '), true);
  }
  await deleteDatabase('foreign');
}

/** A database with nothing in it. */
function connect(name: string, version: number): Promise<IDBDatabase> {
  const request = indexedDB.open(name, version);
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
