import { activate } from './activate';
import { gather } from './gather';
import { Group, mapOf, outputOf } from './group';
import { sumProducts } from './sums';
import { Convolve, Taps } from './words';

/** A convolution: bias, then the taps in their order, then the activation. */
export function convolvePixel(group: Group, convolve: Convolve): void {
  const grow = convolve.grow, shrink = convolve.shrink, row = group.row, column = group.column;
  const place = <usize>((row % grow) * grow + (column % grow)), own = changetype<usize>(convolve);
  const taps = changetype<Taps>(own + load<usize>(own + offsetof<Convolve>() + (place << 2)));
  const input = mapOf(group, convolve.input);
  gather(group, input, taps, row / grow * shrink, column / grow * shrink);
  sumProducts(group, group.weights + taps.weights, taps.count * input.channels, convolve.filters, group.weights + convolve.bias, 0);
  let sums = group.sums, output = outputOf(group, convolve);
  for (let image = group.count; image > 0; image--, sums += group.sumsStep, output += group.step) {
    activate(sums, convolve.filters, convolve.activation, output);
  }
}
