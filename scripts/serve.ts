import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { readPlacement } from '../src/site.ts';

export interface ServeOptions {
  /** Folder of the built site. */
  dist: string;
  /** Path that it was built for, with a slash at both ends. */
  base: string;
  /** 0 takes any free one. */
  port: number;
}

export interface RunningServer {
  /** Where the cover is: `http://localhost:4321/a/b/`. */
  address: string;
  close(): Promise<void>;
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.epub': 'application/epub+zip',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

/**
 * Serves a built site as a plain file host does: `/maths/` is `maths/index.html`, `/maths` leads there, and
 * what does not exist gets `404.html` with the status 404.
 *
 * @throws Error when the folder does not exist or the port is taken
 */
export async function serve({ dist, base, port }: ServeOptions): Promise<RunningServer> {
  if (!existsSync(dist)) throw new Error(`There is no ${dist}. Build the site first: npm run build`);
  const server = createServer((request, response) => {
    answer(request, response, dist, base);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, resolve);
  });
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function answer(request: IncomingMessage, response: ServerResponse, dist: string, base: string): void {
  const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
  const file = findFile(pathname, dist, base);
  if (file && isFolder(file)) {
    response.writeHead(301, { location: `${pathname}/${search}` }).end();
    return;
  }
  const missing = !file || !existsSync(file);
  const sent = missing ? path.join(dist, '404.html') : file;
  if (!existsSync(sent)) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found\n');
    return;
  }
  const type = types[path.extname(sent)] ?? 'application/octet-stream';
  response.writeHead(missing ? 404 : 200, { 'content-type': type, 'x-content-type-options': 'nosniff' });
  if (request.method === 'HEAD') response.end();
  else createReadStream(sent).pipe(response);
}

/** The file that an address means, whether it exists or not; undefined for one outside of the site. */
function findFile(pathname: string, dist: string, base: string): string | undefined {
  if (!pathname.startsWith(base)) return undefined;
  let relative;
  try {
    relative = decodeURIComponent(pathname.slice(base.length));
  } catch {
    return undefined;
  }
  const file = path.join(dist, relative, relative === '' || relative.endsWith('/') ? 'index.html' : '');
  return file.startsWith(dist + path.sep) && !file.includes('\0') ? file : undefined;
}

function isFolder(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

if (import.meta.main) {
  const { base } = readPlacement(process.env);
  const port = Number(process.env['PORT'] ?? 4321);
  try {
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      throw new Error(`PORT must be a whole number below 65536, not "${process.env['PORT']}".`);
    const { address } = await serve({ dist: path.resolve(import.meta.dirname, '../dist'), base, port });
    console.log(`The book is at ${address}`);
  } catch (error) {
    const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
    console.error(
      taken
        ? `Port ${port} is taken. Set PORT to another, as in PORT=8080 npm run serve.`
        : (error as Error).message,
    );
    process.exitCode = 1;
  }
}
