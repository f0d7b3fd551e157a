// Runs in pages: what `run.ts` asks of a module with cases.
import type { PageCase } from './scenario.ts';

interface CaseModule {
  readonly cases: readonly PageCase[];
  readonly alsoInWorker?: boolean;
}

/** The places and names of the cases of a module. */
export async function describe(path: string): Promise<{ names: string[]; alsoInWorker: boolean }> {
  const { cases, alsoInWorker = false }: CaseModule = await import(path);
  return { names: cases.map(({ name }) => name), alsoInWorker };
}

/** Runs the case of this number. */
export async function run(path: string, number: number): Promise<void> {
  const { cases }: CaseModule = await import(path);
  await cases[number]!.run();
}

/** The same in a worker. */
export async function runInWorker(path: string, number: number): Promise<void> {
  const worker = new Worker('/checks/browser/in-worker.js', { type: 'module' });
  const answer = new Promise<string | undefined>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<string | undefined>) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message || 'the worker cannot be loaded'));
  });
  worker.postMessage({ path, number });
  const error = await answer.finally(() => worker.terminate());
  if (error !== undefined) throw new Error(error);
}
