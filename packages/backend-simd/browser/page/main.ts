// The page. It does what its address asks for, and sends the report to the server.
import type { SimdOptions } from '../../src/index.ts';
import { makeReport, type Report } from './report.ts';

/** What the address asks for, as JSON. */
export interface Wish {
  readonly options: SimdOptions;
  /** Where the backend runs: in the page, or in a worker of the page. */
  readonly place: 'page' | 'worker';
}

function makeReportInWorker(options: SimdOptions): Promise<Report> {
  const worker = new Worker('/worker.js', { type: 'module' });
  worker.postMessage(options);
  return new Promise((resolve) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => resolve({ error: message, uncaught: [] });
  });
}

const { options, place }: Wish = JSON.parse(decodeURIComponent(location.search.slice(1)));
const report = place === 'page' ? makeReport(options) : makeReportInWorker(options);
void report.then((body) => fetch('/report', { method: 'POST', body: JSON.stringify(body) }));
