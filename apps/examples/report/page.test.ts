import { expect, test } from 'vitest';
import { lossPlot } from './loss-plot.ts';
import { reportPage } from './page.ts';

const picture = { name: 'Samples', caption: '64 draws', png: Uint8Array.of(137, 80, 78, 71) };

const page = reportPage({
  title: 'A VAE on <digits>',
  lede: 'Trained for 3 epochs.',
  figures: [{ name: 'Negative ELBO', value: '98.31', unit: 'nats', note: 'mean of 1,000 test images' }],
  samples: picture,
  loss: { plot: lossPlot([{ name: 'training', points: [{ x: 1, y: 2 }] }], { x: 'epoch', y: 'nats' }), caption: 'The loss.' },
  pictures: [{ ...picture, name: 'Manifold' }],
  facts: [['Command', 'npm run genmodels -- demo']],
  config: '{ "latent": 2 }',
  usage: "await loadVae('model.safetensors')",
});

test('the page holds its pictures and figures', () => {
  expect(page).toContain(`<img src="data:image/png;base64,${Buffer.from(picture.png).toString('base64')}" alt="Manifold">`);
  expect(page).toContain('<strong>98.31</strong> nats<small>mean of 1,000 test images</small>');
  expect(page).toContain('<svg class="loss-plot"');
  expect(page).toContain('<title>A VAE on &#60;digits&#62;</title>');
});

test('the page takes nothing from the network and runs no script', () => {
  expect(page.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(
    /https?:|src="(?!data:)|<link|<script|@import|url\((?!#)/,
  );
});
