import { createServer, type OutgoingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** For tests: a server on this machine that answers each path as it is told to, and the requests that it has had. */
export interface FaultServer {
  readonly origin: string;
  readonly requests: readonly { readonly path: string; readonly range: string | undefined }[];
  /** What each path answers, the first request first; the last of them is for all that follow. */
  readonly answers: Record<string, RequestListener | readonly RequestListener[]>;
  close(): void;
}

export async function startFaultServer(): Promise<FaultServer> {
  const answers: FaultServer['answers'] = {};
  const requests: { path: string; range: string | undefined }[] = [];
  const server = createServer((request, response) => {
    const path = request.url!;
    const turn = requests.filter((earlier) => earlier.path === path).length;
    requests.push({ path, range: request.headers.range });
    const listeners = [answers[path] ?? notFound].flat();
    listeners[Math.min(turn, listeners.length - 1)]!(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    answers,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

const notFound: RequestListener = (_, response) => {
  response.writeHead(404, { 'content-type': 'text/html' }).end('<!DOCTYPE html>');
};

export interface ServeOptions {
  /** The ETag; null for none. @default '"1"' */
  readonly tag?: string | null;
  /** After how many bytes of an answer it goes silent. @default never */
  readonly upTo?: number;
  /** Whether it then breaks the connection. @default true */
  readonly breaks?: boolean;
  readonly headers?: OutgoingHttpHeaders;
}

/** The whole body, or the rest of it where that is asked for, and the tag is the same. */
export function serve(
  body: Uint8Array,
  { tag = '"1"', upTo = Infinity, breaks = true, headers }: ServeOptions = {},
): RequestListener {
  return (request, response) => {
    const [, start] = /^bytes=(\d+)-$/.exec(request.headers.range ?? '') ?? [];
    const isRest = start !== undefined && request.headers['if-range'] === tag;
    const part = isRest ? body.subarray(Number(start)) : body;
    response.writeHead(isRest ? 206 : 200, {
      'content-length': part.length,
      ...(tag !== null && { etag: tag }),
      ...(isRest && { 'content-range': `bytes ${start}-${body.length - 1}/${body.length}` }),
      ...headers,
    });
    if (part.length <= upTo) return void response.end(part);
    response.write(part.subarray(0, upTo));
    if (breaks) setTimeout(() => response.destroy(), 3); // what was written shall arrive
  };
}
