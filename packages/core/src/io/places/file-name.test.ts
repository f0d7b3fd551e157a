import { expect, test } from 'vitest';
import { checkFileName, isFileName } from './file-name.ts';

test.each(['a', '0', 'model.safetensors', 'step-000100.f16_x', 'console', 'com', 'nullable.bin', 'a..b', 'a'.repeat(128)])(
  '%j is a name',
  (name) => expect(isFileName(name)).toBe(true),
);

test.each([
  ['', 'a'.repeat(129), 'Model', 'ü', 'a b', 'a\n', '\0', 'a:b'],
  ['.', '..', '.hidden', '-rf', '_a', '../a', 'a/b', 'a\\b', '/etc/passwd', 'c:'],
  ['a.', 'con', 'nul.safetensors', 'com1', 'lpt9.a.b', 'aux'],
  ['a.tmp', 'a.crswap'],
].flat())('%j is none', (name) => {
  expect(() => checkFileName(name)).toThrow('[genmodels/invalid-argument] a file name must be 1 to 128 of a-z');
});

test('a value of another type is no name', () => {
  expect(() => checkFileName(['a'] as unknown as string)).toThrow('got ["a"]');
});
