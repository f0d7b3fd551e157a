import { decodePicture } from '../../src/image-folder/decode/decode-picture.ts';
import { type JpegVector, jpegVectors } from '../../src/image-folder/decode/jpeg-vectors.ts';
import { imageFolder } from '../../src/image-folder/image-folder.ts';
import { readImages } from '../../src/image-folder/read-images.ts';
import { toPng } from '../../src/pictures/to-png.ts';
import { collect, filesOf, same } from '../collect.ts';

export const alsoInWorker = true;

/** Pictures in browsers: their decoder for JPEG, and files and folders that were picked. */
export const cases: readonly { readonly name: string; run(): Promise<void> }[] = [
  ...jpegVectors.map((vector) => ({ name: `the browser decodes JPEG as we do: ${vector.name}`, run: () => agrees(vector) })),
  { name: 'a JPEG that is cut short is refused', run: refusesCutJpeg },
  { name: 'a PNG keeps the colours under its transparent pixels', run: keepsTransparent },
  { name: 'a folder that was picked by <input webkitdirectory>', run: picked },
  { name: 'files that were picked one by one', run: pickedOneByOne },
  { name: 'a folder handle', run: handle },
];

const toBytes = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

/** Chromium decodes with libjpeg, so that its pixels and ours are the same to the bit. It knows no grey pictures. */
async function agrees({ name, width, height, channels, file, pixels }: JpegVector): Promise<void> {
  const picture = await decodePicture(toBytes(file), { name, largestSide: 4096 });
  same([picture.width, picture.height, picture.channels], [width, height, 3]);
  const expected = Array.from(toBytes(pixels)).flatMap((byte) => (channels === 1 ? [byte, byte, byte] : byte));
  same(Array.from(picture.data), expected);
}

async function refusesCutJpeg(): Promise<void> {
  const bytes = toBytes(jpegVectors[0]!.file);
  for (const length of [bytes.length - 2, bytes.length - 40, 300, 20]) {
    const error = await decodePicture(bytes.slice(0, length), { name: 'cut.jpg', largestSide: 4096 }).catch(({ code }) => code);
    same(error, 'corrupt-file');
  }
}

async function keepsTransparent(): Promise<void> {
  const data = Uint8Array.of(10, 20, 30, 0, 40, 50, 60, 1, 70, 80, 90, 128);
  const bytes = new Uint8Array(toPng({ width: 3, height: 1, channels: 4, data }));
  const picture = await decodePicture(bytes, { name: 'transparent.png', largestSide: 4096 });
  same(Array.from(picture.data), Array.from(data));
}

async function picked(): Promise<void> {
  const files = filesOf('dogs/2.png', 'cats/1.png', '.hidden/3.png', 'cats/.DS_Store', 'cats/notes.txt');
  for (const file of files) Object.defineProperty(file, 'webkitRelativePath', { value: `pets/${file.name}` });
  const images = await readImages(files, { size: 1, channels: 1 });
  same(await collect(images), [1, 0, 2, 1]);
  same(images.classNames, ['cats', 'dogs']);
}

async function pickedOneByOne(): Promise<void> {
  const data = await imageFolder(filesOf('2.png', '1.png', 'notes.txt'), { size: 2 });
  same([data.name, data.length, data.labels], ['images', 2, undefined]);
}

async function handle(): Promise<void> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle(`pets-${crypto.randomUUID()}`, { create: true });
  for (const file of filesOf('dogs/2.png', 'cats/1.png', 'cats/.3.png')) {
    const [name, inside] = file.name.split('/') as [string, string];
    const target = await (await folder.getDirectoryHandle(name, { create: true })).getFileHandle(inside, { create: true });
    const writable = await target.createWritable();
    await writable.write(file);
    await writable.close();
  }
  const images = await readImages(folder, { size: 1, channels: 1 });
  same(await collect(images), [1, 0, 2, 1]);
  same([images.name, images.classNames], [folder.name, ['cats', 'dogs']]);
  await root.removeEntry(folder.name, { recursive: true });
}
