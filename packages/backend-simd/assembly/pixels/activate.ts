import { elu, relu, sigmoid, tanh } from './functions';
import { Group, inputOf, mapOf, outputOf } from './group';
import { storeLanes } from './store';
import { Activate } from './words';

const NONE: i32 = 0;
const RELU: i32 = 1;
const ELU: i32 = 2;
const TANH: i32 = 3;
const SIGMOID: i32 = 4;
const CONCAT_ELU: i32 = 5;
const GATED: i32 = 6;

export function activatePixel(group: Group, instruction: Activate): void {
  const channels = mapOf(group, instruction.input).channels;
  let input = inputOf(group, instruction), output = outputOf(group, instruction);
  for (let image = group.count; image > 0; image--, input += group.step, output += group.step) {
    activate(input, channels, instruction.activation, output);
  }
}

/** What an activation makes of `count` numbers. */
export function activate(from: usize, count: i32, activation: i32, to: usize): void {
  switch (activation) {
    case NONE: return each(NONE, from, count, to);
    case RELU: return each(RELU, from, count, to);
    case ELU: return each(ELU, from, count, to);
    case TANH: return each(TANH, from, count, to);
    case SIGMOID: return each(SIGMOID, from, count, to);
    case CONCAT_ELU: return each(CONCAT_ELU, from, count, to);
    case GATED: return each(GATED, from, count >> 1, to);
  }
}

@inline
function each(activation: i32, from: usize, count: i32, to: usize): void {
  const behind = (<usize>count) << 2;
  for (let left = count; left > 0; left -= 4, from += 16, to += 16) {
    const x = v128.load(from);
    if (activation == NONE) storeLanes(to, x, left);
    if (activation == RELU) storeLanes(to, relu(x), left);
    if (activation == ELU) storeLanes(to, elu(x), left);
    if (activation == TANH) storeLanes(to, tanh(x), left);
    if (activation == SIGMOID) storeLanes(to, sigmoid(x), left);
    if (activation == CONCAT_ELU) { storeLanes(to, elu(x), left); storeLanes(to + behind, elu(f32x4.neg(x)), left); }
    if (activation == GATED) storeLanes(to, f32x4.mul(tanh(x), sigmoid(v128.load(from + behind))), left);
  }
}
