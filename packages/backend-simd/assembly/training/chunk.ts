import { arg } from '../layout';

/** Numbers of each tensor that a thread works through at a time. */
const CHUNK: i32 = 8192;

/** The byte at which a chunk begins, and the one behind that with which it ends. */
@inline
export function beginOf(chunk: i32): usize {
  return <usize>(chunk * CHUNK) << 2;
}

/** @param size the argument that holds how many numbers there are */
@inline
export function endOf(chunk: i32, size: i32): usize {
  return <usize>min((chunk + 1) * CHUNK, arg(size)) << 2;
}
