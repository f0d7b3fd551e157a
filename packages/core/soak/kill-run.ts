// Trains and saves in a process of its own, kills it at random moments and goes on, as often as the first argument says (50):
// tsx soak/kill-run.ts 1000. What is found after each kill is compared, byte for byte, with a run that was never killed. The
// last line is the sum of what was right and wrong.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { sha256 } from '../src/io/format/sha256.ts';
import { memoryFolder } from '../src/io/places/memory-folder.ts';
import { createRng } from '../src/rng.ts';
import { type Findings, inspectFolder } from './inspect-folder.ts';
import { live } from './life.ts';
import { steps, trainNetwork } from './train-network.ts';

/** Longer than a life needs for some steps, shorter than the whole run. */
const longestLife = 400;

/** Of each checkpoint of a run that is never killed, by step. */
async function digestsOf(): Promise<Map<number, string>> {
  const [to, digests] = [memoryFolder(), new Map<number, string>()];
  await trainNetwork(to, {
    onCheckpoint: async ({ step, name }) => void digests.set(step, await sha256(await to.file(name).read())),
  });
  return digests;
}

/** In one file it starts in a third of the time. */
async function bundleChild(outfile: string): Promise<void> {
  await build({
    entryPoints: [join(import.meta.dirname, 'child.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['@genmodels/source'],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" }, // for tfjs
    outfile,
    logLevel: 'error',
  });
}

class Tally {
  readonly found = { unreadable: 0, mixed: 0, lost: 0, cutOff: 0 };
  kills = 0;
  wrong = 0;
  runs = 0;

  add(findings: Findings, complaint: string): void {
    this.kills += 1;
    for (const key of ['unreadable', 'mixed', 'lost', 'cutOff'] as const) this.found[key] += findings[key];
    if (findings.unreadable + findings.mixed + findings.lost > 0 || complaint !== '') {
      this.wrong += 1;
      console.log(`✗ kill ${this.kills}: ${JSON.stringify(findings)} ${complaint}`);
    }
  }

  /** A run that came to its end. */
  finish({ unreadable, mixed, lost }: Findings): void {
    this.runs += 1;
    if (unreadable + mixed + lost > 0) {
      this.wrong += 1;
      console.log(`✗ run ${this.runs} did not end with the weights of the one that was never killed`);
    }
  }
}

const start = performance.now();
const kills = Number(process.argv[2] ?? 50);
const workshop = await mkdtemp(join(tmpdir(), 'genmodels-kill-'));
try {
  const child = join(workshop, 'child.mjs');
  const [digests] = await Promise.all([digestsOf(), bundleChild(child)]);
  const [tally, rng] = [new Tally(), createRng(0)];
  for (let run = 0; tally.kills < kills; run++) {
    const folder = join(workshop, `run-${run}`);
    for (let done = false; !done; ) {
      const life = await live(child, folder, tally.kills < kills ? rng.next() * longestLife : undefined);
      const safe = life.done ? steps : life.saved; // who is killed between the last step and the end has nothing left to save
      const findings = await inspectFolder(folder, safe, digests);
      if (!life.done) tally.add(findings, life.complaint);
      else tally.finish(findings);
      done = life.done || life.complaint !== '';
    }
    await rm(folder, { recursive: true, force: true });
  }
  const { unreadable, mixed, lost, cutOff } = tally.found;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${tally.kills} kills, ${tally.runs} whole runs, ${seconds} s: ${cutOff} writes cut off,`);
  console.log(`${unreadable} checkpoints unreadable, ${mixed} mixed, ${lost} lost`);
  console.log(`${tally.kills + tally.runs - tally.wrong} passed, ${tally.wrong} failed`);
  if (tally.wrong > 0) process.exitCode = 1;
} finally {
  await rm(workshop, { recursive: true, force: true });
}
