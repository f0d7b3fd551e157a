import { fallbacks, type ValuesOf } from '../option.ts';
import { runOptions } from '../training/options.ts';

/** What `demo` can be told. What it trains, parts.ts says: who wants another model takes the commands that it calls. */
export const demoOptions = {
  ...runOptions('runs/demo', 'where the report goes; the models in its folders vae, pixelcnn and gan'),
};

export type DemoOptions = ValuesOf<typeof demoOptions>;

export const demoDefaults: DemoOptions = fallbacks(demoOptions);
