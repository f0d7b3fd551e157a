import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on this machine: an origin of its own, whose page is blank and whose modules are the given ones. */
export interface Site {
  readonly address: string;
  close(): void;
}

export async function openSite(modules: ReadonlyMap<string, string>): Promise<Site> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://localhost');
    const body = pathname === '/' ? '<!doctype html><title>genmodels</title>' : modules.get(pathname);
    const type = pathname === '/' ? 'text/html' : 'text/javascript';
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': type }).end(body);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
