/**
 * Four times the n-th number of a table that `memory.data` made. Read from memory, and not written into the code, because V8 builds
 * a vector that stands in the code anew in every turn of a loop, which takes longer than the load.
 */
@inline
export function constant(table: usize, n: i32): v128 {
  return v128.load32_splat(table + ((<usize>n) << 2));
}
