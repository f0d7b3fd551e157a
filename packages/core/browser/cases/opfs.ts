import { byteFolderLaws } from '../../src/io/places/byte-folder-laws.ts';
import { opfs } from '../../src/io/places/opfs.ts';
import { abortWhileWriting } from '../abort-while-writing.ts';
import { emptyPrivateFolder } from '../empty-private-folder.ts';
import { failing, same } from '../expectations.ts';
import { numberedFile } from '../numbered-file.ts';
import { savesAndLoads } from '../saves-and-loads.ts';

export const alsoInWorker = true;

const own = [
  { name: 'a model is saved and loaded', run: () => savesAndLoads(opfs('models').file('toy.safetensors')) },
  { name: 'a write is aborted wholly or not at all', run: () => abortWhileWriting(opfs()) },
  { name: 'a first write shows nothing before all of it is there', run: firstWrite },
  { name: 'a write clears up what tabs left that were killed, and nothing else', run: clearsUp },
  { name: 'folders are apart, and no path leads out of one', run: apart },
];

export const cases = [...byteFolderLaws, ...own].map(({ name, run }) => ({
  name,
  async run() {
    await emptyPrivateFolder();
    await run(opfs('models/faces'));
  },
}));

async function firstWrite(): Promise<void> {
  let [ended, looks] = [false, 0];
  const write = opfs().file('a').write(new Uint8Array(20_000_000));
  const end = write.finally(() => (ended = true));
  while (!ended) {
    const names = await opfs().list();
    if (names.length > 0) same((await opfs().file('a').read()).length, 20_000_000);
    else looks++;
  }
  await end;
  same([looks > 1, await opfs().list()], [true, ['a']]);
}

async function clearsUp(): Promise<void> {
  const root = await navigator.storage.getDirectory();
  const left = ['a.tmp', 'a.crswap', 'a.1.crswap', 'a.tmp.crswap', 'a.tmp.12.crswap'];
  const others = ['a.b.tmp', 'ab.tmp', 'b.crswap'];
  for (const name of [...left, ...others]) await root.getFileHandle(name, { create: true });
  same(await opfs().list(), []);
  await opfs().file('a').write(numberedFile(1));
  const names: string[] = [];
  for await (const name of root.keys()) names.push(name);
  same(names.sort(), ['a', ...others].sort());
}

async function apart(): Promise<void> {
  await opfs('models').file('faces').write(Uint8Array.of(1));
  same([await opfs().list(), await opfs('models').list(), await opfs('/models/').list()], [[], ['faces'], ['faces']]);
  for (const path of ['..', 'models/../models', 'Models', 'a\\b']) await failing('invalid-argument', async () => opfs(path));
  await failing('storage', () => opfs('models/faces').file('a').write(Uint8Array.of(1))); // it is a file
}
