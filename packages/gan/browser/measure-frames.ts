// Milliseconds that one image of 28x28 takes by the generator of a DCGAN (width 64), read back each time, in Chromium on the simd backend
// and on webgl (without a GPU: Chromium's software one). A frame at 60 a second has 16.7.
// node --conditions=@genmodels/source --import=tsx packages/gan/browser/measure-frames.ts
import { bundleModules, servedPath } from '../../../checks/browser/bundle-modules.ts';
import { openChromium } from '../../../checks/browser/chromium.ts';
import { openSite } from '../../../checks/browser/site.ts';
import { openTab } from '../../../checks/browser/tab.ts';

const page = 'packages/gan/browser/actions/frames.ts';
const site = await openSite(await bundleModules([page]));
const browser = await openChromium('about:blank');

try {
  for (const backend of ['simd', 'webgl'] as const) {
    const tab = await openTab(browser, site.address);
    await tab.call(servedPath(page), 'start', backend);
    const milliseconds = await tab.call<number>(servedPath(page), 'frame', 60);
    console.log(`${backend}: ${milliseconds.toFixed(2)} ms an image, ${(1000 / milliseconds).toFixed(0)} a second`);
    await tab.close();
  }
} finally {
  await browser.close();
  site.close();
}
