import { readImages } from '../../src/image-folder/read-images.ts';
import { collect, filesOf, same } from '../collect.ts';

/** Pictures that were dropped; there is no dropping in workers. */
export const cases: readonly { readonly name: string; run(): Promise<void> }[] = [
  { name: 'files that were dropped', run: files },
  { name: 'one folder that was dropped: its folders are classes', run: oneFolder },
  { name: 'several folders that were dropped: they are the classes', run: severalFolders },
];

async function files(): Promise<void> {
  const transfer = new DataTransfer();
  for (const file of filesOf('2.png', '1.png', 'notes.txt')) transfer.items.add(file);
  const listing = readImages(transfer.items, { size: 1, channels: 1 });
  transfer.items.clear(); // as when the handler of the event returns
  same(await collect(await listing), [1, undefined, 2, undefined]);
}

async function oneFolder(): Promise<void> {
  const pets = folder('pets', [folder('dogs', [entry('2.png')]), folder('cats', [entry('1.png'), entry('.DS_Store')])]);
  const images = await readImages([item(pets)] as unknown as DataTransferItemList, { size: 1, channels: 1 });
  same(await collect(images), [1, 0, 2, 1]);
  same(images.classNames, ['cats', 'dogs']);
}

async function severalFolders(): Promise<void> {
  const items = [item(folder('dogs', [entry('2.png')])), item(folder('cats', [entry('1.png')]))];
  const images = await readImages(items as unknown as DataTransferItemList, { size: 1, channels: 1 });
  same(await collect(images), [1, 0, 2, 1]);
}

// A page cannot drop a folder on itself, so that these stand for the entries that a browser gives.

function item(root: object): object {
  return { kind: 'file', webkitGetAsEntry: () => root };
}

function entry(name: string): object {
  const [content] = filesOf(name);
  return { name, isDirectory: false, file: (resolve: (file: File) => void) => resolve(content!) };
}

/** Gives one entry at a time, as browsers give a hundred. */
function folder(name: string, entries: readonly object[]): object {
  const createReader = () => {
    const left = [...entries];
    return { readEntries: (resolve: (some: object[]) => void) => resolve(left.splice(0, 1)) };
  };
  return { name, isDirectory: true, createReader };
}
