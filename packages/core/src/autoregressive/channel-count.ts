import { type Field, integer } from '../config.ts';
import { check } from '../errors.ts';

/** Channels that are masked by colour, which come in equal parts. The default is the next such number. */
export function channelCount(groups: number, fallback: number): Field<number> {
  const read = integer({ min: 1 });
  return (value, path) => {
    const count = read(value ?? Math.ceil(fallback / groups) * groups, path);
    check(
      count % groups === 0,
      'invalid-config',
      () => `${path} must be a multiple of ${groups}, the colours that are masked from each other, got ${count}`,
    );
    return count;
  };
}
