/**
 * Threefry-2x32 with 20 rounds (Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC 2011), four counters at once.
 * Writes the two words each of the blocks `first`, `first + 1`, ... from `to` on, until `end` is reached or passed.
 * @param low the low word of the counter of block 0; the high word takes the carry
 */
export function threefry(key0: i32, key1: i32, low: i32, high: i32, first: i32, to: usize, end: usize): void {
  const k0 = i32x4.splat(key0),
    k1 = i32x4.splat(key1),
    k2 = i32x4.splat(0x1bd11bda ^ key0 ^ key1), // the parity constant of the paper
    start = i32x4.splat(low);
  let block = i32x4.add(i32x4.splat(first), i32x4(0, 1, 2, 3));
  for (; to < end; to += 32, block = i32x4.add(block, i32x4.splat(4))) {
    const counter = i32x4.add(start, block);
    const carry = i32x4.lt_u(counter, start); // -1 where the low word went round
    let a = i32x4.add(counter, k0);
    let b = i32x4.add(i32x4.sub(i32x4.splat(high), carry), k1);
    // Five groups of four rounds, rotating by 13 15 26 6 and 17 29 16 24 in turn, a key word and its number added after each.
    a = i32x4.add(a, b); b = mixed(b, 13, a);
    a = i32x4.add(a, b); b = mixed(b, 15, a);
    a = i32x4.add(a, b); b = mixed(b, 26, a);
    a = i32x4.add(a, b); b = mixed(b, 6, a);
    a = i32x4.add(a, k1); b = i32x4.add(b, i32x4.add(k2, i32x4.splat(1)));
    a = i32x4.add(a, b); b = mixed(b, 17, a);
    a = i32x4.add(a, b); b = mixed(b, 29, a);
    a = i32x4.add(a, b); b = mixed(b, 16, a);
    a = i32x4.add(a, b); b = mixed(b, 24, a);
    a = i32x4.add(a, k2); b = i32x4.add(b, i32x4.add(k0, i32x4.splat(2)));
    a = i32x4.add(a, b); b = mixed(b, 13, a);
    a = i32x4.add(a, b); b = mixed(b, 15, a);
    a = i32x4.add(a, b); b = mixed(b, 26, a);
    a = i32x4.add(a, b); b = mixed(b, 6, a);
    a = i32x4.add(a, k0); b = i32x4.add(b, i32x4.add(k1, i32x4.splat(3)));
    a = i32x4.add(a, b); b = mixed(b, 17, a);
    a = i32x4.add(a, b); b = mixed(b, 29, a);
    a = i32x4.add(a, b); b = mixed(b, 16, a);
    a = i32x4.add(a, b); b = mixed(b, 24, a);
    a = i32x4.add(a, k1); b = i32x4.add(b, i32x4.add(k2, i32x4.splat(4)));
    a = i32x4.add(a, b); b = mixed(b, 13, a);
    a = i32x4.add(a, b); b = mixed(b, 15, a);
    a = i32x4.add(a, b); b = mixed(b, 26, a);
    a = i32x4.add(a, b); b = mixed(b, 6, a);
    a = i32x4.add(a, k2); b = i32x4.add(b, i32x4.add(k0, i32x4.splat(5)));
    v128.store(to, i32x4.shuffle(a, b, 0, 4, 1, 5));
    v128.store(to + 16, i32x4.shuffle(a, b, 2, 6, 3, 7));
  }
}

@inline
function mixed(word: v128, bits: i32, other: v128): v128 {
  return v128.xor(v128.or(i32x4.shl(word, bits), i32x4.shr_u(word, 32 - bits)), other);
}
