/** Lets other work of the host run: timers, input, painting. Faster than `setTimeout`, which browsers hold back to 4 ms. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

/** Says when to pause in a loop of short pieces of work: at most every `interval` milliseconds. */
export function pauser(interval = 25): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < interval) return;
    await pause();
    last = performance.now();
  };
}
