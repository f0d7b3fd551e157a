import { elu, relu, sigmoid, tanh } from './functions';
import { Group, inputOf, mapOf, outputOf } from './group';
import { storeLanes } from './store';
import { Activate } from './words';

// What is none of these is elu, 2.
const NONE: i32 = 0;
const RELU: i32 = 1;
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
  const half = activation == GATED ? count >> 1 : count, second = (<usize>half) << 2;
  for (let left = half; left > 0; left -= 4, from += 16, to += 16) {
    const x = v128.load(from);
    storeLanes(to, activation == GATED ? f32x4.mul(tanh(x), sigmoid(v128.load(from + second))) : activated(x, activation), left);
    if (activation == CONCAT_ELU) storeLanes(to + second, elu(f32x4.neg(x)), left);
  }
}

// The same way in each turn of a loop, which the processor foresees; a loop for each would be four times the code.
function activated(x: v128, activation: i32): v128 {
  if (activation == NONE) return x;
  if (activation == RELU) return relu(x);
  if (activation == TANH) return tanh(x);
  return activation == SIGMOID ? sigmoid(x) : elu(x);
}
