import { setTimeout } from 'node:timers/promises';
import { openChromium } from '../../../checks/browser/chromium.ts';
import type { Scripts } from './bundle.ts';
import type { Report } from './page/report.ts';
import { openSite, type Page } from './site.ts';

/** What is known of a page once a browser has been there. */
export interface Visit {
  readonly report: Report;
  /** The paths that it asked its server for. */
  readonly asked: ReadonlySet<string>;
}

const patience = 30_000; // milliseconds

/** Opens a page in a browser and waits for its report. Throws where none comes, with what the browser said. */
export async function visit(page: Page, scripts: Scripts, flags: readonly string[]): Promise<Visit> {
  const site = await openSite(page, scripts);
  const browser = await openChromium(site.address, flags);
  try {
    const report = await Promise.race([site.report, browser.ended, giveUp()]);
    return { report, asked: site.asked };
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${browser.log()}`, { cause: error });
  } finally {
    await browser.close();
    site.close();
  }
}

async function giveUp(): Promise<never> {
  await setTimeout(patience, undefined, { ref: false });
  throw new Error(`no report within ${patience / 1000} s`);
}
