import { expect, test } from 'vitest';
import { meanOf } from '../likelihood/mean.ts';
import { compare } from './comparison.ts';

test('the difference is taken image by image: what both find hard does not make it uncertain', () => {
  const vae = { negativeElbo: meanOf([101, 302, 203]), perImage: [100, 300, 200] };
  const { bound, estimate, exact, difference } = compare(vae, { perImage: [90, 290, 190] });
  expect([bound, estimate, exact].map(({ value }) => value)).toEqual([202, 200, 190]);
  expect(difference).toEqual({ value: 10, error: 0, images: 3 });
});
