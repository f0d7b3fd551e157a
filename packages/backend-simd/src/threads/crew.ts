import type { Program } from '../wasm/module.ts';

/** Threads that take chunks of the kernels that the main thread runs. */
export interface Crew {
  /** How many were started. One joins in as soon as it is up; until then the others do its share. */
  readonly count: number;
  stop(): void;
}

const noCrew: Crew = { count: 0, stop() {} };

/** What a worker does, as text, so that no bundler must find a second file. The same as `instantiate` in wasm/module.ts. */
const serve = `({ module, memory, kernels, number }) => {
  const table = new WebAssembly.Table({ initial: kernels.length, element: 'anyfunc' });
  const { exports } = new WebAssembly.Instance(module, { env: { memory, table } });
  kernels.forEach((name, index) => table.set(index, exports[name]));
  try { exports.serve(number); } catch (error) { exports.fail(); throw error; }
}`;

/** Starts worker threads in Node, Web Workers elsewhere. */
export function startCrew(count: number, program: Program): Crew {
  if (count === 0) return noCrew;
  const start = nodeWorkers() ?? webWorker;
  const workers = Array.from({ length: count }, (_, index) => start({ ...program, number: index + 1 }));
  return { count, stop: () => workers.forEach((worker) => void worker.terminate()) };
}

type Start = (program: Program & { readonly number: number }) => { terminate(): unknown };

function nodeWorkers(): Start | undefined {
  const threads = globalThis.process?.getBuiltinModule?.('node:worker_threads');
  if (threads === undefined) return undefined;
  const code = `import { workerData } from 'node:worker_threads';\n(${serve})(workerData);`;
  const url = new URL(`data:text/javascript,${encodeURIComponent(code)}`);
  return (program) => {
    const worker = new threads.Worker(url, { workerData: program, execArgv: [] });
    worker.unref(); // an idle helper does not keep the process alive
    return worker;
  };
}

const webWorker: Start = (program) => {
  const url = URL.createObjectURL(new Blob([`onmessage = ({ data }) => (${serve})(data);`], { type: 'text/javascript' }));
  const worker = new Worker(url);
  worker.postMessage(program);
  return worker;
};
