import { sigmoid, tanh } from './functions';
import { gather } from './gather';
import { Group, inputOf, lookAt, mapOf, outputOf, placeOf } from './group';
import { storeLanes } from './store';
import { sumProducts } from './sums';
import { Recur, Taps } from './words';

/** An LSTM's next state: c = f c' + i g, h = o tanh(c), with the gates o, f, i, g one after another. Beside the image are zeros. */
export function recurPixel(group: Group, recur: Recur): void {
  const hidden = mapOf(group, recur.output), content = mapOf(group, recur.cells);
  const taps = changetype<Taps>(changetype<usize>(recur) + offsetof<Recur>());
  const channels = hidden.channels, row = group.row, column = group.column;
  copyGates(group, inputOf(group, recur), channels << 2);
  gather(group, hidden, taps, row, column);
  sumProducts(group, group.weights + taps.weights, taps.count * channels, channels << 2, group.sums, group.sumsStep);
  let before = lookAt(group, content, row + recur.cellRow, column + recur.cellColumn);
  let sums = group.sums, output = outputOf(group, recur), cells = placeOf(group, content, row, column);
  for (let image = group.count; image > 0; image--, sums += group.sumsStep, output += group.step, cells += group.step) {
    nextState(sums, channels, before, cells, output);
    if (before) before += group.step;
  }
}

/** As sums to go on from. What lies behind them is summed along and never looked at. */
function copyGates(group: Group, gates: usize, count: i32): void {
  const zero = f32x4.splat(0), bytes = (<usize>count) << 2;
  let sums = group.sums;
  for (let image = group.count; image > 0; image--, gates += group.step, sums += group.sumsStep) {
    for (let at: usize = 0; at < bytes; at += 16) v128.store(sums + at, f32x4.add(v128.load(gates + at), zero)); // -0 becomes 0
  }
}

function nextState(gates: usize, count: i32, before: usize, cells: usize, output: usize): void {
  const section = (<usize>count) << 2;
  for (let left = count, at: usize = 0; left > 0; left -= 4, at += 16) {
    const gate = gates + at;
    const kept = before ? f32x4.mul(sigmoid(v128.load(gate + section)), v128.load(before + at)) : f32x4.splat(0);
    const next = f32x4.add(kept, f32x4.mul(sigmoid(v128.load(gate + 2 * section)), tanh(v128.load(gate + 3 * section))));
    storeLanes(cells + at, next, left);
    storeLanes(output + at, f32x4.mul(sigmoid(v128.load(gate)), tanh(next)), left);
  }
}
