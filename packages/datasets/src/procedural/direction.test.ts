import { expect, test } from 'vitest';
import { direction } from './direction.ts';

test('cosine and sine to 1e-12, in every quadrant and over many turns', () => {
  for (let angle = -1000; angle <= 1000; angle += 0.7310585) {
    const [cosine, sine] = direction(angle);
    expect(Math.abs(cosine - Math.cos(angle))).toBeLessThan(1e-12);
    expect(Math.abs(sine - Math.sin(angle))).toBeLessThan(1e-12);
  }
});
