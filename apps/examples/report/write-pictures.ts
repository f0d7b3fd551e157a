import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** PNG files by their names without the ending. */
export type PngFiles = Readonly<Record<string, Uint8Array | undefined>>;

/** Writes those that there are into a folder. */
export async function writePictures(folder: string, pictures: PngFiles): Promise<void> {
  await Promise.all(Object.entries(pictures).map(([name, png]) => png && writeFile(join(folder, `${name}.png`), png)));
}
