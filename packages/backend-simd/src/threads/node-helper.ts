import { type StartHelper, serve } from './helper-contract.ts';

const code = `import { workerData } from 'node:worker_threads';\n(${serve})(workerData, () => {});`;

/** How Node starts a helper; `undefined` elsewhere. */
export function nodeHelpers(): StartHelper | undefined {
  const threads = globalThis.process?.getBuiltinModule?.('node:worker_threads');
  if (threads === undefined) return undefined;
  const url = new URL(`data:text/javascript,${encodeURIComponent(code)}`);
  return (data, lose) => {
    // No flags and no NODE_OPTIONS of the program: what they load first costs time, and is not meant for this code.
    const worker = new threads.Worker(url, { workerData: data, execArgv: [], env: {} });
    worker.on('error', lose);
    worker.unref(); // an idle helper does not keep the process alive
    return { started: Promise.resolve(), stop: () => void worker.terminate() };
  };
}
