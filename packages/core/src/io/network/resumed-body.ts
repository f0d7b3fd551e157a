import type { Retries } from './retries.ts';

/** An answer of a server, whose body is read chunk by chunk to `undefined`, or dropped. */
export interface Answer {
  readonly response: Response;
  read(): Promise<Uint8Array | undefined>;
  drop(): void;
}

/**
 * The source of a stream: the body of an answer, and where that breaks off, of the further ones that go on with it. The rest of a file is
 * asked for by RFC 9110, section 14.2; a server that sends the whole instead must begin with what has come before.
 */
export class ResumedBody implements UnderlyingDefaultSource<Uint8Array> {
  readonly #first: Response;
  readonly #total: number | undefined;
  readonly #ask: (headers: Record<string, string>) => Promise<Answer>;
  readonly #retries: Retries;
  /** What has come so far: the very chunks that the reader keeps, if it keeps them. */
  readonly #chunks: Uint8Array[] = [];
  #length = 0;
  #answer: Answer;
  /** Where in the file the next chunk of the answer stands. */
  #position = 0;
  #cancelled = false;

  constructor(first: Answer, ask: (headers: Record<string, string>) => Promise<Answer>, retries: Retries) {
    this.#first = first.response;
    this.#total = promisedLength(first.response);
    this.#answer = first;
    this.#ask = ask;
    this.#retries = retries;
  }

  async pull(controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> {
    for (;;) {
      const chunk = await this.#next();
      if (chunk === undefined) return controller.close();
      const fresh = this.#accept(chunk);
      if (fresh.length > 0) return controller.enqueue(fresh);
    }
  }

  cancel(): void {
    this.#cancelled = true;
    this.#answer.drop();
  }

  /** The next chunk, of this answer or of another. */
  async #next(): Promise<Uint8Array | undefined> {
    for (;;) {
      try {
        const chunk = await this.#answer.read();
        const end = this.#total ?? this.#length;
        if (chunk !== undefined || this.#position >= end) return chunk;
        throw new Error(`an end after ${this.#position} of ${end} bytes`);
      } catch (cause) {
        this.#answer.drop();
        await this.#retries.after(cause);
        if (this.#cancelled) throw cause;
      }
      await this.#goOn();
    }
  }

  async #goOn(): Promise<void> {
    this.#answer = await this.#ask(this.#rest());
    const { status, url, headers } = this.#answer.response;
    this.#ensure(originOf(url) === originOf(this.#first.url));
    this.#ensure(status === 200 || (status === 206 && this.#isRest(headers.get('content-range'))));
    this.#position = status === 206 ? this.#length : 0;
  }

  /** The headers that ask for the rest. Another origin may hide what they need, and may not expect them: it is asked for the whole. */
  #rest(): Record<string, string> {
    const validator = strongValidator(this.#first.headers);
    if (validator === undefined || this.#first.type === 'cors' || this.#first.headers.has('content-encoding')) return {};
    return { range: `bytes=${this.#length}-`, 'if-range': validator };
  }

  #isRest(range: string | null): boolean {
    const [, start, size] = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(range ?? '') ?? [];
    return start === String(this.#length) && (size === '*' || Number(size) === (this.#total ?? Number(size)));
  }

  /** The part of a chunk that has not come before. */
  #accept(chunk: Uint8Array): Uint8Array {
    const known = Math.min(chunk.length, this.#length - this.#position);
    this.#ensure(repeats(this.#chunks, this.#position, chunk.subarray(0, known)));
    const fresh = chunk.subarray(known);
    this.#position += chunk.length;
    this.#length += fresh.length;
    this.#chunks.push(fresh);
    return fresh;
  }

  #ensure(isSameFile: boolean): void {
    if (isSameFile) return;
    this.#answer.drop();
    throw new Error(`no rest of the same file after ${this.#length} bytes`);
  }
}

/** Unknown where the body is unpacked on the way, which another origin may hide. */
function promisedLength({ headers, type }: Response): number | undefined {
  return headers.has('content-encoding') || type === 'cors' ? undefined : Number(headers.get('content-length')) || undefined;
}

/** What changes whenever a byte of the file does (RFC 9110, section 8.8): a strong tag, or a date that is surely over. */
function strongValidator(headers: Headers): string | undefined {
  const tag = headers.get('etag');
  if (tag !== null) return tag.startsWith('"') ? tag : undefined;
  const modified = headers.get('last-modified') ?? '';
  const age = Date.parse(headers.get('date') ?? '') - Date.parse(modified);
  return age >= 60_000 ? modified : undefined;
}

/** A response that was made by hand has no address. */
function originOf(url: string): string {
  return url && new URL(url).origin;
}

/** Whether `bytes` are what the chunks, put together, hold from `position` on. */
function repeats(chunks: readonly Uint8Array[], position: number, bytes: Uint8Array): boolean {
  let start = -position;
  for (const chunk of chunks) {
    const end = Math.min(chunk.length, bytes.length - start);
    for (let i = Math.max(0, -start); i < end; i++) if (chunk[i] !== bytes[start + i]) return false;
    start += chunk.length;
  }
  return true;
}
