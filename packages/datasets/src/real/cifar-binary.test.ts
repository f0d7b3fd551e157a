import { GenmodelsError } from '@genmodels/core';
import { expect, test } from 'vitest';
import { parseCifarBinary } from './cifar-binary.ts';

/** A record whose planes tell channel and pixel: red counts up, green is its double, blue is 9. */
function record(label: number): number[] {
  const pixels = Array.from({ length: 1024 }, (_, i) => i % 100);
  return [label, ...pixels, ...pixels.map((pixel) => 2 * pixel), ...pixels.map(() => 9)];
}

test('puts red, green and blue of a pixel together, also from the middle of a buffer', () => {
  const bytes = Uint8Array.from([77, ...record(3), ...record(9)]).subarray(1);
  const { images, labels } = parseCifarBinary(bytes);
  expect([...labels]).toEqual([3, 9]);
  expect(images).toHaveLength(2 * 3072);
  expect([...images.subarray(0, 9)]).toEqual([0, 0, 9, 1, 2, 9, 2, 4, 9]);
  expect([...images.subarray(3072 + 3 * 35, 3072 + 3 * 36)]).toEqual([35, 70, 9]);
  expect([...images.subarray(-3)]).toEqual([23, 46, 9]);
});

test.each([
  ['empty', []],
  ['cut short', record(0).slice(0, -1)],
  ['followed by more', [...record(0), 0]],
  ['a page', [...new TextEncoder().encode('<!DOCTYPE html>')]],
])('refuses bytes that are %s', (_, bytes) => {
  expect(() => parseCifarBinary(Uint8Array.from(bytes), { name: 'data.bin' })).toThrow(
    `[genmodels/corrupt-file] data.bin must hold whole records of 3073 bytes, got ${bytes.length} bytes`,
  );
});

test('refuses a label beyond the classes, and says where', () => {
  const bytes = Uint8Array.from([...record(9), ...record(10)]);
  expect(() => parseCifarBinary(bytes)).toThrow('the CIFAR file must hold labels from 0 to 9, got 10 for picture 1');
  expect(() => parseCifarBinary(bytes, { classes: 9 })).toThrow(GenmodelsError);
  expect([...parseCifarBinary(bytes, { classes: 11 }).labels]).toEqual([9, 10]);
});
