import * as tf from '@tensorflow/tfjs-core';
import { measureWork } from '../works/measure-work.ts';
import type { Work } from '../works/work.ts';
import type { Finding, PeerTask } from './peer.ts';
import { startBackend } from './start-backend.ts';

/** What a process of a tfjs peer does. `pytorch.py` does the same for PyTorch. */
export async function runTfjsPeer({ peer, works, milliseconds }: PeerTask): Promise<void> {
  const missing = await startBackend(peer);
  if (missing !== undefined) return report({ missing });
  report({ about: `Node ${process.version}, TensorFlow.js ${tf.version_core}` });
  for (const work of works) report({ work: work.id, ...(await attempt(work, milliseconds)) });
}

/** An error is an answer too: a backend may lack a kernel. */
async function attempt(work: Work, milliseconds: number): Promise<{ times: number[] } | { note: string }> {
  try {
    return { times: await measureWork(work, milliseconds) };
  } catch (error) {
    return { note: (error as Error).message };
  }
}

function report(finding: Finding): void {
  process.stdout.write(`${JSON.stringify(finding)}\n`);
}
