import { constant, cosine, type Schedule } from '@genmodels/core';

/** How a learning rate goes on, by the name that `--schedule` takes. */
export const schedules = {
  cosine: () => cosine(),
  constant: () => constant(),
} as const satisfies Record<string, () => Schedule>;

export type ScheduleName = keyof typeof schedules;
