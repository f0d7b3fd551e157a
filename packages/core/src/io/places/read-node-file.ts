/**
 * All bytes of a file, in Node. It imports nothing of ours, not even an error: so a bundler can put it apart, for browsers never to
 * load, without pulling out what both need.
 */
export async function readNodeFile(path: string | URL, signal: AbortSignal | undefined): Promise<Uint8Array> {
  const node = globalThis.process?.getBuiltinModule?.('node:fs');
  if (node === undefined) throw new Error('a path needs Node: load a URL or bytes');
  const { buffer, byteOffset, length } = await node.promises.readFile(path, { signal });
  return new Uint8Array(buffer, byteOffset, length); // no Buffer, whose `slice` does not copy
}
