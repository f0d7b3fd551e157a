/** Adds a * b, rounded by itself in both builds: the host has no other arithmetic (core's autoregressive/functions.ts). */
@inline
function addProduct(a: v128, b: v128, sum: v128): v128 {
  return f32x4.add(sum, f32x4.mul(a, b));
}

/**
 * 8 sums for each of four images, from what stands at `from`. `rows` is a table of the addresses of the images' numbers. Fewer images take as long,
 * for their sums would wait for each other. The form of the loop is that of assembly/product/tile.ts, for the reasons given there.
 */
export function pixelTile(rows: usize, depth: i32, b: usize, from: usize, fromStep: usize, c: usize, cStep: usize): void {
  const a0 = load<usize>(rows), a1 = load<usize>(rows, 4), a2 = load<usize>(rows, 8), a3 = load<usize>(rows, 12);
  let c00 = v128.load(from), c01 = v128.load(from, 16);
  from += fromStep;
  let c10 = v128.load(from), c11 = v128.load(from, 16);
  from += fromStep;
  let c20 = v128.load(from), c21 = v128.load(from, 16);
  from += fromStep;
  let c30 = v128.load(from), c31 = v128.load(from, 16);
  const end = (<usize>depth) << 2;
  for (let k: usize = 0; k < end; k += 4) {
    const b0 = v128.load(b), b1 = v128.load(b, 16);
    let a = v128.load32_splat(a0 + k);
    c00 = addProduct(a, b0, c00); c01 = addProduct(a, b1, c01);
    a = v128.load32_splat(a1 + k);
    c10 = addProduct(a, b0, c10); c11 = addProduct(a, b1, c11);
    a = v128.load32_splat(a2 + k);
    c20 = addProduct(a, b0, c20); c21 = addProduct(a, b1, c21);
    a = v128.load32_splat(a3 + k);
    c30 = addProduct(a, b0, c30); c31 = addProduct(a, b1, c31);
    b += 32;
  }
  v128.store(c, c00); v128.store(c, c01, 16);
  c += cStep;
  v128.store(c, c10); v128.store(c, c11, 16);
  c += cStep;
  v128.store(c, c20); v128.store(c, c21, 16);
  c += cStep;
  v128.store(c, c30); v128.store(c, c31, 16);
}

/** 16 sums for one image, from two panels: with 8, additions would wait for each other. */
export function pixelTileWide(a: usize, depth: i32, b: usize, d: usize, from: usize, c: usize): void {
  let c0 = v128.load(from), c1 = v128.load(from, 16), c2 = v128.load(from, 32), c3 = v128.load(from, 48);
  const end = a + ((<usize>depth) << 2);
  for (; a < end; a += 4) {
    const value = v128.load32_splat(a);
    c0 = addProduct(value, v128.load(b), c0); c1 = addProduct(value, v128.load(b, 16), c1);
    c2 = addProduct(value, v128.load(d), c2); c3 = addProduct(value, v128.load(d, 16), c3);
    b += 32; d += 32;
  }
  v128.store(c, c0); v128.store(c, c1, 16); v128.store(c, c2, 32); v128.store(c, c3, 48);
}
