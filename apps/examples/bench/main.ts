import { cpus } from 'node:os';

// `pnpm bench` measures what the packages do on stock backends, `pnpm bench host` or `pnpm bench training` a part of it.
// `pnpm bench backend` measures @genmodels/backend-simd beside its peers; `pnpm bench backend --help` says what else it can do.
// `pnpm bench data` measures what batches cost, `pnpm bench digits` how much of MNIST is recognised by who has seen `digits()` alone.
// `pnpm bench sampling` measures how fast an autoregressive model draws, `pnpm bench gan` which modes each adversarial loss finds.
// `pnpm bench metrics` measures what scores cost, `pnpm bench metrics nearest` those with such a name. Medians of several runs.
const [part = 'all', ...rest] = process.argv.slice(2);
if (part === 'peer') {
  const { runTfjsPeer } = await import('./peers/tfjs-peer.ts'); // a process that `pnpm bench backend` starts
  await runTfjsPeer(JSON.parse(rest[0]!));
} else if (part === 'gan-trainer') {
  await (await import('./gan/run-trainer.ts')).runTrainer(); // one that `pnpm bench gan` starts
} else {
  console.log(`Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model}`);
  if (part === 'backend') await (await import('./backend/bench-backend.ts')).benchBackend(rest);
  else if (part === 'data') await (await import('./data/bench-data.ts')).benchData();
  else if (part === 'metrics') await (await import('./metrics/bench-metrics.ts')).benchMetrics(rest);
  else if (part === 'sampling') await (await import('./sampling/bench-sampling.ts')).benchSampling();
  else if (part === 'gan') await (await import('./gan/bench-gan.ts')).benchGan(rest);
  else if (part === 'digits') await (await import('./digits/bench-digits.ts')).benchDigits(rest);
  else await (await import('./stock.ts')).benchStock(part);
}
