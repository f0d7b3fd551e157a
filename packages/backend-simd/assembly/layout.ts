// The first page of the memory. Everything else, from the second page on, is the heap that the TypeScript side manages.
//
//      0 ..   63   nothing: a null address never points at data
//     64 ..  511   the job that the threads share (crew.ts), each hot word on a cache line of its own
//    512 .. 1023   the arguments of the kernel that runs, 128 words
//   4096 .. 65535  constants, put there by the compiler (--memoryBase)

export const JOB_STATE: usize = 64; // i64: generation << 32 | the next chunk that nobody took
export const JOB_TICKET: usize = 128; // i32: counts jobs; sleeping threads wait on it
export const JOB_DONE: usize = 192; // i32: chunks that are finished
export const JOB_KERNEL: usize = 256; // i32: an index into the function table
export const JOB_CHUNKS: usize = 260; // i32
export const CREW_SIZE: usize = 320; // i32: threads that serve, the caller's not counted
export const CREW_ASLEEP: usize = 324; // i32
export const CREW_FAILED: usize = 328; // i32: not 0 once a thread has died
export const ARGUMENTS: usize = 512;

/** The n-th argument of the kernel that runs: an address, a size or a count. */
@inline
export function arg(n: i32): i32 {
  return load<i32>(ARGUMENTS + ((<usize>n) << 2));
}

/** The n-th argument as an address. */
@inline
export function address(n: i32): usize {
  return load<u32>(ARGUMENTS + ((<usize>n) << 2));
}

/** The n-th argument as a float32. */
@inline
export function scalar(n: i32): f32 {
  return load<f32>(ARGUMENTS + ((<usize>n) << 2));
}
