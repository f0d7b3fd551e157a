import type { ScanPart } from './scan.ts';

/** Reads blocks of one scan, one after the other. */
export interface BlockCoder {
  /** Reads what the scan tells of the block whose coefficients begin at `at`. */
  readBlock(part: ScanPart, at: number): void;
  /** Forgets what it knows of blocks before. */
  restart(): void;
}
