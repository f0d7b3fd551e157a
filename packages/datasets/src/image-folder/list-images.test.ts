import { expect, test } from 'vitest';
import { compareCodePoints, nameOf } from './list-images.ts';

test('code points, not locales and not UTF-16', () => {
  const sorted = ['', '10', '2', 'B', 'a', 'a/b', 'ab', 'é', '\uff21', '😀', '😁'];
  expect([...sorted].reverse().sort(compareCodePoints)).toEqual(sorted);
});

test.each([
  { source: '/home/me/cats/', name: 'cats' },
  { source: 'C:\\pictures\\cats', name: 'cats' },
  { source: '/', name: '/' },
  { source: new URL('file:///home/me/my%20cats'), name: 'my cats' },
  { source: [], name: 'images' },
])('a source is called by its folder: $source', ({ source, name }) => {
  expect(nameOf(source)).toBe(name);
});
