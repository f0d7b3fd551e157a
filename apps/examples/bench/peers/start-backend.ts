import * as tf from '@tensorflow/tfjs-core';
import type { Peer } from './peer.ts';

/** Loads the backend of a peer and makes it the current one; the others are never loaded. Says why where it cannot. */
export async function startBackend(peer: Peer): Promise<string | undefined> {
  tf.enableProdMode(); // otherwise the cpu backend prints an advice to take another
  try {
    await load(peer);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    return `${peer.kind} is not installed: ${(error as Error).message}`;
  }
  return (await tf.setBackend(peer.kind)) ? undefined : `${peer.kind} did not start`;
}

async function load({ kind, build, threads = 1 }: Peer): Promise<void> {
  if (kind === 'cpu') await import('@tensorflow/tfjs-backend-cpu');
  if (kind === 'wasm') await import('@tensorflow/tfjs-backend-wasm');
  if (kind !== 'simd') return;
  const { registerSimdBackend } = await import('@genmodels/backend-simd');
  registerSimdBackend({ threads, ...(build && { build }) });
}
