import { expect, test } from 'vitest';
import { demoFigures } from './figures.ts';
import { demoPage } from './page.ts';

const mean = (value: number, error: number) => ({ value, error, images: 1000 });
const comparison = { bound: mean(107.5, 1), estimate: mean(105.25, 1), exact: mean(92.125, 0.9), difference: mean(13.125, 0.14) };

test('every figure has its unit, what it is a mean of, and its error', () => {
  expect(demoFigures(comparison).map(({ name, value, unit, note }) => `${name}: ${value} ${unit}, ${note}`)).toEqual([
    'VAE, −log p(x): 105.25 nats, importance-sampled, mean of 1,000 test images ±\u00a01.00',
    'VAE, bound: 107.50 nats, negative ELBO of the same images ±\u00a01.00',
    'PixelCNN, −log p(x): 92.13 nats, exact, of the same images ±\u00a00.90',
    'Difference: 13.13 nats, VAE − PixelCNN, image by image ±\u00a00.14',
  ]);
});

test('the page takes nothing from the network and runs no script', () => {
  const samples = { name: 'Samples.', caption: 'Drawn.', png: Uint8Array.of(137, 80, 78, 71) };
  const models = [{ name: 'A VAE', samples, report: 'vae/report.html' }];
  const table = { columns: ['VAE'], rows: [{ name: 'Classes', cells: ['<10>'] }] };
  const page = demoPage({ title: 'Two models', lede: '', figures: demoFigures(comparison), models, table, caption: '', facts: [['Seed', '0']] });
  expect(page).toContain('<tr><th>Classes</th><td>&#60;10&#62;</td></tr>');
  expect(page).toContain('<a href="vae/report.html">Its report</a>');
  expect(page).not.toMatch(/https?:|src="(?!data:)|<link|<script|@import|url\(/);
});
