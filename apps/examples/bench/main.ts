import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { cpus } from 'node:os';
import * as tf from '@tensorflow/tfjs-core';
import { benchHost } from './host.ts';
import { printTable } from './table.ts';
import { benchTraining } from './training.ts';

// `pnpm bench` measures all, `pnpm bench host` or `pnpm bench training` a part. Medians of several runs.
tf.enableProdMode();
await tf.setBackend('wasm');
const parts = process.argv.slice(2);
const wanted = (part: string) => parts.length === 0 || parts.includes(part);

console.log(`Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model}`);
if (wanted('host')) printTable(await benchHost());
if (wanted('training')) {
  printTable(await benchTraining('wasm', 15));
  printTable(await benchTraining('cpu', 1));
}
