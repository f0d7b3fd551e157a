import type { Colorizer } from '../../colorization/colorizer.ts';

/** Something for the colorizer that looks at grey, and for the one that does not. */
export interface Both<T> {
  readonly given: T;
  readonly alone: T;
}

export type Colorizers = Both<Colorizer>;
