import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { Scripts } from './bundle.ts';
import type { Wish } from './page/main.ts';
import type { Report } from './page/report.ts';

/** What a page asks for, and how it is served. */
export interface Page extends Wish {
  /** Its script: modules, whose parts are loaded on demand, or all in one. */
  readonly script: '/main.js' | '/classic.js';
  /** What the server says of it and of its scripts. */
  readonly headers: Readonly<Record<string, string>>;
}

/** A server on this machine for one page. */
export interface Site {
  readonly address: string;
  /** Resolves when the page sends its report. */
  readonly report: Promise<Report>;
  /** The paths that were asked for. */
  readonly asked: ReadonlySet<string>;
  close(): void;
}

export async function openSite(page: Page, scripts: Scripts): Promise<Site> {
  const server = createServer();
  const asked = new Set<string>();
  const report = new Promise<Report>((resolve) => {
    server.on('request', (request, response) => {
      const { pathname } = new URL(request.url!, 'http://localhost');
      asked.add(pathname);
      if (pathname === '/report') resolve(json(request) as Promise<Report>);
      answer(response, page.headers, pathname === '/' ? documentOf(page) : scripts.get(pathname));
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { address: addressOf(page, server.address() as AddressInfo), report, asked, close };
}

function addressOf({ options, place }: Wish, { port }: AddressInfo): string {
  return `http://127.0.0.1:${port}/?${encodeURIComponent(JSON.stringify({ options, place }))}`;
}

function documentOf({ script }: Page): string {
  const type = script === '/main.js' ? 'module' : 'text/javascript';
  return `<!doctype html><title>backend-simd</title><script type="${type}" src="${script}"></script>`;
}

function answer(response: ServerResponse, headers: Page['headers'], body: string | undefined): void {
  const type = body?.startsWith('<') ? 'text/html' : 'text/javascript';
  response.writeHead(body === undefined ? 404 : 200, { ...headers, 'content-type': type });
  response.end(body);
}
