import type { CodeLevel } from './code-pixels.ts';
import type { HostCondition } from './host-condition.ts';

/** Images to be coded, in either direction. */
export interface ImageCoding {
  readonly count: number;
  /** Images side by side. */
  readonly batchSize: number;
  readonly condition: HostCondition;
  /** [count, height, width, channels]: what is written, or where to put what is read. */
  readonly levels: Uint16Array;
  readonly code: CodeLevel;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number) => void) | undefined;
}
