import { readText } from './source-files.ts';

export interface Block {
  /** 'packages/vae/README.md:12', where it begins. */
  readonly place: string;
  readonly code: string;
  readonly run: boolean;
}

/**
 * The ```ts blocks of a page, each a program of its own. After ```ts may stand `no-run` (types are checked, nothing is run)
 * or `continued` (it goes on from the block before it).
 */
export function readBlocks(file: string): Block[] {
  const text = readText(file);
  const blocks: Block[] = [];
  for (const { 1: words, 2: code, index } of text.matchAll(/^```ts\b(.*)\n([\s\S]*?)^```$/gm)) {
    const place = `${file}:${text.slice(0, index).split('\n').length}`;
    const run = !words!.includes('no-run');
    const before = words!.includes('continued') ? blocks.pop() : undefined;
    blocks.push({ place: before?.place ?? place, code: (before?.code ?? '') + code!, run });
  }
  return blocks;
}
