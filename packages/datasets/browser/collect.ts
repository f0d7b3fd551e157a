import type { ImageStream } from '../src/image-folder/read-images.ts';
import { toPng } from '../src/pictures/to-png.ts';

/** The first byte and the label of each picture. */
export async function collect(images: ImageStream): Promise<(number | undefined)[]> {
  const seen: (number | undefined)[] = [];
  for await (const { values, label } of images) seen.push(values[0], label);
  return seen;
}

/** Files of one grey: the number in their name. */
export function filesOf(...names: string[]): File[] {
  return names.map((name) => {
    const data = new Uint8Array(6).fill(Number(/\d+/.exec(name)?.[0] ?? 0));
    return new File([new Uint8Array(toPng({ width: 3, height: 2, channels: 1, data }))], name);
  });
}

/** Throws unless two values have the same JSON. */
export function same(actual: unknown, expected: unknown): void {
  const [got, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (got !== wanted) throw new Error(`expected ${wanted}, got ${got}`);
}
