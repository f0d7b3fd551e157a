import { expect, test } from 'vitest';
import { toPng } from '../../pictures/to-png.ts';
import { decodePicture } from './decode-picture.ts';
import { jpegVectors } from './jpeg-vectors.ts';

const png = new Uint8Array(toPng({ width: 2, height: 1, channels: 1, data: Uint8Array.of(10, 20) }));
const options = { name: 'cats/1.jpg', largestSide: 100 };

test('what the bytes begin with decides, not the name', async () => {
  expect(await decodePicture(png, options)).toEqual({ width: 2, height: 1, channels: 1, data: Uint8Array.of(10, 20) });
  const jpeg = new Uint8Array(Buffer.from(jpegVectors[0]!.file, 'base64'));
  expect(await decodePicture(jpeg, { ...options, name: 'cats/1.png' })).toMatchObject({ width: 11, height: 9, channels: 3 });
});

test.each([
  { what: 'damaged', bytes: png.slice(0, 40), code: 'corrupt-file', message: 'cats/1.jpg cannot be decoded: it is cut short' },
  { what: 'of another kind', bytes: new TextEncoder().encode('GIF89a'), code: 'incompatible-file', message: 'cats/1.jpg cannot be decoded: it does not begin like a PNG or JPEG file' },
  { what: 'empty', bytes: new Uint8Array(), code: 'incompatible-file', message: 'cats/1.jpg cannot be decoded: it does not begin like' },
])('a file that is $what is refused by its name', async ({ bytes, code, message }) => {
  const refusal = await decodePicture(bytes, options).catch((error) => error);
  expect(refusal).toMatchObject({ code, message: expect.stringContaining(message) });
});
