/** An index, with probability softmax(logits / temperature): the one at which the sum of the masses passes the uniform number. */
export function drawIndex(logit: (index: number) => number, count: number, uniform: number, temperature: number): number {
  const sharpness = Math.max(temperature, Number.MIN_VALUE); // 0 takes the largest
  let largest = -Infinity;
  for (let index = 0; index < count; index++) largest = Math.max(largest, logit(index));
  const mass = (index: number) => Math.exp((logit(index) - largest) / sharpness);
  let total = 0;
  for (let index = 0; index < count; index++) total += mass(index);
  const wanted = uniform * total;
  let index = 0;
  for (let sum = mass(0); sum <= wanted && index < count - 1; sum += mass(index)) index++;
  return index;
}
