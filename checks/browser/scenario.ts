import type { Browser } from './chromium.ts';
import type { Site } from './site.ts';

/** What a case that runs in a page looks like; its file exports `cases`, and `alsoInWorker` where they run in a worker as well. */
export interface PageCase {
  readonly name: string;
  run(): Promise<void>;
}

/** What a case gets that drives browsers from outside: tabs, kills, quotas. Its file exports `scenarios`. */
export interface Scenario {
  readonly name: string;
  run(stage: Stage): Promise<void>;
}

export interface Stage {
  /** A browser that all share, with an origin that nobody else uses. */
  readonly browser: Browser;
  readonly site: Site;
  /** How often to do what may go wrong once in a while. */
  readonly trials: number;
}
