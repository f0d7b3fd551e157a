// The worker of the page.
import type { SimdOptions } from '../../src/index.ts';
import { makeReport } from './report.ts';

addEventListener('message', ({ data }: MessageEvent<SimdOptions>) => {
  void makeReport(data).then((report) => postMessage(report));
});
