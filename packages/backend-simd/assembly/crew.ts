// One job at a time: a kernel and a number of chunks, which the caller and its helpers take one by one until none is left. A
// helper that is late, or was never started, takes none, and the job is done all the same. Which thread takes which chunk
// differs from run to run, so kernels compute each output number in one chunk, in an order that the number of chunks does not change.
import { CREW_ASLEEP, CREW_FAILED, CREW_SIZE, JOB_CHUNKS, JOB_DONE, JOB_KERNEL, JOB_STATE, JOB_TICKET } from './layout';

/** No chunk has this number: while the next job is being written down, nobody takes anything. */
const CLOSED: i64 = 0x7fffffff;

/** Looks at the ticket before a helper falls asleep: waking one costs more than the kernel that it could help with. */
const LOOKS: i32 = 4000;

/** Which thread this is: 0 is the one that owns the backend. Each has its own globals. For scratch memory that is one slice a thread. */
export let thread: i32 = 0;

/** Runs all chunks of a kernel; `kernel` is its index in the function table. Only the thread that owns the backend calls it. */
export function run(kernel: i32, chunks: i32): void {
  if (chunks == 1 || atomic.load<i32>(CREW_SIZE) == 0) {
    for (let chunk = 0; chunk < chunks; chunk++) call_indirect<void>(kernel, chunk);
  } else {
    announce(kernel, chunks);
    help();
    while (atomic.load<i32>(JOB_DONE) < chunks) if (atomic.load<i32>(CREW_FAILED) != 0) unreachable();
  }
}

/** The life of helper `number`, counted from 1: it never returns. */
export function serve(number: i32): void {
  thread = number;
  let seen = atomic.load<i32>(JOB_TICKET);
  atomic.add<i32>(CREW_SIZE, 1);
  while (true) {
    seen = nextTicket(seen);
    help();
  }
}

/** Tells the caller that a helper has died and its chunk with it. */
export function fail(): void {
  atomic.store<i32>(CREW_FAILED, 1);
}

// A late helper may still read the last job while this one is written down. It takes a chunk by exchanging the very state that it read,
// and the state has changed by then: the generation makes each one unique.
function announce(kernel: i32, chunks: i32): void {
  const generation = ((atomic.load<i64>(JOB_STATE) >> 32) + 1) << 32;
  atomic.store<i64>(JOB_STATE, generation | CLOSED);
  store<i32>(JOB_KERNEL, kernel);
  store<i32>(JOB_CHUNKS, chunks);
  atomic.store<i32>(JOB_DONE, 0);
  atomic.store<i64>(JOB_STATE, generation);
  atomic.add<i32>(JOB_TICKET, 1);
  if (atomic.load<i32>(CREW_ASLEEP) > 0) atomic.notify(JOB_TICKET, -1);
}

function help(): void {
  while (true) {
    const state = atomic.load<i64>(JOB_STATE);
    const chunk = <i32>state;
    const kernel = load<i32>(JOB_KERNEL);
    if (chunk >= load<i32>(JOB_CHUNKS)) return;
    if (atomic.cmpxchg<i64>(JOB_STATE, state, state + 1) != state) continue;
    call_indirect<void>(kernel, chunk);
    atomic.add<i32>(JOB_DONE, 1);
  }
}

function nextTicket(seen: i32): i32 {
  for (let look = 0; look < LOOKS; look++) {
    const ticket = atomic.load<i32>(JOB_TICKET);
    if (ticket != seen) return ticket;
  }
  atomic.add<i32>(CREW_ASLEEP, 1);
  atomic.wait<i32>(JOB_TICKET, seen, -1);
  atomic.sub<i32>(CREW_ASLEEP, 1);
  return atomic.load<i32>(JOB_TICKET);
}
