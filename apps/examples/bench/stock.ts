import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { benchHost } from './host.ts';
import { printTable } from './table.ts';
import { benchTraining } from './training.ts';

/** What the packages do on the host and on tfjs's own backends: 'all', 'host' or 'training'. */
export async function benchStock(part: string): Promise<void> {
  tf.enableProdMode();
  await tf.setBackend('wasm');
  if (part !== 'training') printTable(await benchHost());
  if (part === 'host') return;
  printTable(await benchTraining('wasm', 15));
  printTable(await benchTraining('cpu', 1));
}
