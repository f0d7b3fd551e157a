/** For tests: what `cacheApi` asks of `CacheStorage`, as the specification of service workers has it (sections 5.4 and 5.5). */
export class FakeCaches {
  readonly #caches = new Map<string, FakeCache>();

  async open(name: string): Promise<FakeCache> {
    const cache = this.#caches.get(name) ?? new FakeCache();
    this.#caches.set(name, cache);
    return cache;
  }
}

/** It keeps the order of the first writes, gives a new response for each match, and replaces an entry when its body has been read. */
class FakeCache {
  readonly #entries = new Map<string, Uint8Array<ArrayBuffer>>();

  async match(address: string): Promise<Response | undefined> {
    const bytes = this.#entries.get(new Request(address).url);
    return bytes && new Response(bytes);
  }

  async put(address: string, response: Response): Promise<void> {
    const { url } = new Request(address);
    if (response.status === 206 || response.bodyUsed) throw new TypeError('this response cannot be kept');
    this.#entries.set(url, new Uint8Array(await response.arrayBuffer()));
  }

  async keys(): Promise<Request[]> {
    return [...this.#entries.keys()].map((address) => new Request(address));
  }

  async delete(address: string): Promise<boolean> {
    return this.#entries.delete(new Request(address).url);
  }
}
