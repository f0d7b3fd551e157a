import type { Figure } from '../../report/figure-block.ts';
import { decimal, whole } from '../../report/numbers.ts';
import type { Mean } from '../likelihood/mean.ts';
import type { Comparison } from './comparison.ts';

/** The figures of a demo: the same quantity of both models, and how far they are apart. */
export function demoFigures({ bound, estimate, exact, difference }: Comparison): Figure[] {
  return [
    nats('VAE, −log p(x)', estimate, `importance-sampled, mean of ${whole(estimate.images)} test images ${within(estimate)}`),
    nats('VAE, bound', bound, `negative ELBO of the same images ${within(bound)}`),
    nats('PixelCNN, −log p(x)', exact, `exact, of the same images ${within(exact)}`),
    nats('Difference', difference, `VAE − PixelCNN, image by image ${within(difference)}`),
  ];
}

function nats(name: string, { value }: Mean, note: string): Figure {
  return { name, value: decimal(value), unit: 'nats', note };
}

function within({ error }: Mean): string {
  return `±\u00a0${decimal(error)}`; // never at the end of a line
}
