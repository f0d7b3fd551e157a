import { checkCount } from '../../check-count.ts';
import { withinPatience } from './patience.ts';
import { type Answer, ResumedBody } from './resumed-body.ts';
import { createRetries, type RetryOptions } from './retries.ts';

export interface ResumeOptions extends RetryOptions {
  /** After how many milliseconds without a byte an attempt counts as broken. @default 30_000 */
  readonly patience?: number;
  /** What to call instead of the global `fetch`. */
  readonly fetch?: typeof fetch;
}

/**
 * A `fetch` for files that gets over a network that breaks, stalls or is busy: `http(address, { fetch: resumingFetch() })`. A body that
 * breaks off goes on where it stopped, where a validator shows that the file is still the same, and else begins again and must repeat
 * what came before. So what is read is one version of the file, or an error. It asks the server, not the browser's memory of it.
 */
export function resumingFetch({ patience = 30_000, fetch, ...limits }: ResumeOptions = {}): typeof globalThis.fetch {
  checkCount('attempts', limits.attempts ?? 1);
  return async (input, init) => {
    const retries = createRetries(limits, init?.signal ?? undefined);
    const call = (more: RequestInit) => (fetch ?? globalThis.fetch)(input, { cache: 'no-store', ...init, ...more });
    const ask = (headers: Record<string, string>) =>
      retries.run(() => request((signal) => call({ headers: mergeHeaders(init, headers), signal }), patience, init?.signal));
    const first = await ask({});
    const { ok, body } = first.response;
    return ok && body ? withBody(first.response, new ResumedBody(first, ask, retries)) : first.response;
  };
}

/** What may pass: the server, or what stands before it, is slow, overrun or being mended. */
const passing: readonly number[] = [408, 425, 429, 500, 502, 503, 504];

async function request(
  call: (signal: AbortSignal) => Promise<Response>,
  patience: number,
  signal: AbortSignal | null | undefined,
): Promise<Answer> {
  const attempt = new AbortController();
  const drop = () => attempt.abort();
  try {
    const either = signal ? AbortSignal.any([signal, attempt.signal]) : attempt.signal;
    const response = await withinPatience(patience, () => call(either));
    if (passing.includes(response.status)) throw new Error(`${response.status} ${response.statusText}`);
    return { response, drop, read: reading(response, patience) };
  } catch (cause) {
    drop();
    throw cause;
  }
}

/** The reader is taken at the first read, so that an answer that is passed on is whole. */
function reading({ body }: Response, patience: number): Answer['read'] {
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  return async () => {
    reader ??= body?.getReader();
    return (await withinPatience(patience, async () => reader?.read()))?.value;
  };
}

function mergeHeaders(init: RequestInit | undefined, more: Record<string, string>): Headers {
  const headers = new Headers(init?.headers);
  for (const [name, value] of Object.entries(more)) headers.set(name, value);
  return headers;
}

/** The answer as it came, the address that it came from included, with another body. */
function withBody({ status, statusText, headers, url, type }: Response, body: ResumedBody): Response {
  const stream = new ReadableStream<Uint8Array>(body, { highWaterMark: 0 });
  const response = new Response(stream, { status, statusText, headers });
  return Object.defineProperties(response, { url: { value: url }, type: { value: type } });
}
