import { whole } from './numbers.ts';

type Parts = Readonly<Record<'train' | 'validation' | 'test', { readonly length: number }>>;

/** '10,000 images to train, 1,000 to validate, 1,000 to test'; `examples` is left out where it is said before. */
export function partSizes({ train, validation, test }: Parts, examples = ''): string {
  const first = [whole(train.length), examples].join(' ').trim();
  return `${first} to train, ${whole(validation.length)} to validate, ${whole(test.length)} to test`;
}
