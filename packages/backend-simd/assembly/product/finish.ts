/** What is done to a product's values once they are whole. */
export const PLAIN: i32 = 0;
export const RELU: i32 = 1;

/** Adds the bias (none where its address is 0) and applies the activation to `rows` x `columns` values of C. */
export function finish(c: usize, cRow: usize, rows: i32, columns: i32, bias: usize, activation: i32): void {
  if (bias == 0 && activation == PLAIN) return;
  for (let i = 0; i < rows; i++) { finishRow(c, columns, bias, activation); c += cRow; }
}

function finishRow(c: usize, columns: i32, bias: usize, activation: i32): void {
  const end = (<usize>columns) << 2, whole = end & ~15;
  let at: usize = 0;
  for (; at < whole; at += 16) {
    let value = v128.load(c + at);
    if (bias) value = f32x4.add(value, v128.load(bias + at));
    if (activation == RELU) value = f32x4.max(value, f32x4.splat(0));
    v128.store(c + at, value);
  }
  for (; at < end; at += 4) {
    let value = load<f32>(c + at);
    if (bias) value += load<f32>(bias + at);
    if (activation == RELU) value = max<f32>(value, 0);
    store<f32>(c + at, value);
  }
}
