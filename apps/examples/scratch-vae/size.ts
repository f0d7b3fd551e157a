import { bundle } from '../../../checks/lib/bundle.ts';
for (const app of ['vae-decoder.ts', 'vae-train.ts', 'gan-generator.ts', 'gan-train.ts']) {
  const from = (process.argv[2] ?? 'sources') as 'sources';
  const { gzipped, inputs } = await bundle(app, from);
  console.log(app, from, gzipped);
  if (app === process.argv[3]) for (const { file, bytes } of inputs.slice(0, 70)) console.log(bytes, file);
}
