import { type StartHelper, serve } from './helper-contract.ts';

const code = `onmessage = ({ data }) => (${serve})(data, () => postMessage('ready'));`;

/** Milliseconds after which nobody waits for a helper any more. It still joins in when it comes. */
const PATIENCE = 1000;

/**
 * Starts a helper in a browser. It comes up only while the thread that starts it waits for events, which a training loop may never do: hence
 * `started`. A Content Security Policy can forbid it: the browser then throws, or the worker ends in an error.
 */
export const startWebHelper: StartHelper = (data, lose) => {
  const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  const worker = new Worker(url);
  const started = new Promise<void>((resolve) => {
    setTimeout(resolve, PATIENCE);
    worker.onmessage = () => resolve();
    worker.onerror = () => {
      worker.terminate();
      lose();
      resolve();
    };
  });
  worker.postMessage(data);
  return { started: started.finally(() => URL.revokeObjectURL(url)), stop: () => worker.terminate() };
};
