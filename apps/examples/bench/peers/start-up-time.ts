import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Node } from './peer.ts';

/** Milliseconds in a fresh process: the import of tfjs-core alone, and a backend on top of it until its first op is done. */
export interface StartUpTime {
  readonly core: number;
  readonly backend: number;
}

export type StartingBackend = keyof typeof starts;

/** What an application says to have a backend. */
const starts = {
  cpu: `await import('@tensorflow/tfjs-backend-cpu');`,
  wasm: `await import('@tensorflow/tfjs-backend-wasm');`,
  simd: `(await import('@genmodels/backend-simd')).registerSimdBackend({ threads: 2 });`,
} as const;

/** Of the packages as they are installed (built), without what compiles our sources. Undefined where one is not there. */
export async function startUpTime(backend: StartingBackend, { path }: Node): Promise<StartUpTime | undefined> {
  const args = ['--input-type=module', '--eval', scriptOf(backend)];
  try {
    const { stdout } = await promisify(execFile)(path, args, { cwd: fileURLToPath(new URL('.', import.meta.url)) });
    return JSON.parse(stdout);
  } catch {
    return undefined;
  }
}

function scriptOf(backend: StartingBackend): string {
  return `
    const start = performance.now();
    const tf = await import('@tensorflow/tfjs-core');
    const imported = performance.now();
    tf.enableProdMode();
    ${starts[backend]}
    await tf.setBackend('${backend}');
    tf.matMul(tf.ones([4, 4]), tf.ones([4, 4])).dataSync();
    console.log(JSON.stringify({ core: imported - start, backend: performance.now() - imported }));
    process.exit();`;
}
