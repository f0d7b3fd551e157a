// Seconds that 16 images of 28x28 take in Chromium by the reference PixelCNN, on tfjs's cpu and on webgl (without a GPU:
// Chromium's software one), and what drawing them on the GPU itself would take: the whole network for every pixel, and the least that any
// sampler must do there, one op and one read a pixel. node --conditions=@genmodels/source --import=tsx packages/pixelcnn/browser/measure-sampling.ts
import { bundleModules, servedPath } from '../../../checks/browser/bundle-modules.ts';
import { openChromium } from '../../../checks/browser/chromium.ts';
import { openSite } from '../../../checks/browser/site.ts';
import { openTab } from '../../../checks/browser/tab.ts';

const page = 'packages/pixelcnn/browser/actions/sampling.ts';
const pixels = 28 * 28;
const site = await openSite(await bundleModules([page]));
const browser = await openChromium('about:blank');

async function measure(backend: 'cpu' | 'webgl'): Promise<void> {
  const tab = await openTab(browser, site.address);
  const ask = <Result>(name: string, ...args: readonly unknown[]) => tab.call<Result>(servedPath(page), name, ...args);
  await ask('start', backend);
  const { seconds, reads } = await ask<{ seconds: number; reads: number }>('sample');
  console.log(`${backend}: sample ${seconds.toFixed(2)} s, ${reads} reads`);
  if (backend === 'webgl') {
    const [naive, least] = [await ask<number>('naivePixel'), await ask<number>('leastPixel')];
    console.log(`${backend}: naive ${(naive * pixels).toFixed(0)} s (2 pixels, scaled)`);
    console.log(
      `${backend}: an op and a read for every pixel, nothing more, ${(least * pixels).toFixed(2)} s (20 pixels, scaled)`,
    );
  }
  await tab.close();
}

try {
  for (const backend of ['cpu', 'webgl'] as const) await measure(backend);
} finally {
  await browser.close();
  site.close();
}
