import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import { isIPv6, type AddressInfo } from 'node:net';
import path from 'node:path';
import finalhandler from 'finalhandler';
import serveStatic from 'serve-static';
import { securityHeaders } from '../src/publish/hosting/answers.ts';
import { readPlacement } from '../src/site.ts';

export interface ServeOptions {
  /** Folder of the built site. */
  dist: string;
  /** Path that it was built for, with a slash at both ends. */
  base: string;
  /** 0 takes any free one. */
  port: number;
  /** Address or name to listen at; only this machine can ask 127.0.0.1, which it is when none is given. */
  host?: string;
}

export interface RunningServer {
  /** Where the cover is: `http://127.0.0.1:4321/a/b/`. */
  address: string;
  close(): Promise<void>;
}

/**
 * Serves a built site as a plain file host does: `/maths/` is `maths/index.html`, `/maths` leads there, and
 * what does not exist gets `404.html` with the status 404.
 *
 * @throws Error when the folder does not exist, or it cannot listen: the port is taken, the host is no address of
 * this machine
 */
export async function serve({ dist, base, port, host = '127.0.0.1' }: ServeOptions): Promise<RunningServer> {
  if (!existsSync(dist)) throw new Error(`There is no ${dist}. Build the site first: npm run build`);
  const server = createServer(answerFrom(dist, base)).listen(port, host);
  await once(server, 'listening');
  const origin = `${isIPv6(host) ? `[${host}]` : host}:${(server.address() as AddressInfo).port}`;
  return {
    address: `http://${origin}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

/** Returns what answers a request: with a file, the way to its folder, the page for what is missing, or a refusal. */
function answerFrom(dist: string, base: string): RequestListener {
  const files = serveStatic(dist, { fallthrough: false, dotfiles: 'allow' });
  const mount = base.slice(0, -1);
  return (request, response) => {
    const refuse = finalhandler(request, response, { env: 'production' });
    const next = (error?: { statusCode: number }): void => {
      if (error && error.statusCode !== 404) refuse(error);
      else
        readFile(path.join(dist, '404.html')).then(
          (page) => response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(page),
          () => {
            refuse(undefined);
          },
        );
    };
    response.setHeaders(new Map(Object.entries(securityHeaders)));
    // Browsers take a backslash for a slash, and what begins with two of them for another host.
    const originalUrl = (request.url ?? '').replaceAll('\\', '%5C');
    const url = originalUrl.slice(mount.length);
    if (!originalUrl.startsWith(mount) || !/^(?:[/?]|$)/.test(url)) {
      next();
      return;
    }
    // As Express mounts it: the file is found by `url`, and a missing slash is put behind `originalUrl`.
    files(
      Object.assign(request, { originalUrl, url: url.startsWith('/') ? url : `/${url}` }),
      response,
      next,
    );
  };
}

if (import.meta.main) {
  const { base } = readPlacement(process.env);
  const port = Number(process.env['PORT'] ?? 4321);
  // Set, and empty, it would be every address of this machine.
  const host = process.env['HOST'] || '127.0.0.1';
  try {
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      throw new Error(`PORT must be a whole number below 65536, not "${process.env['PORT']}".`);
    const { address } = await serve({ dist: path.resolve(import.meta.dirname, '../dist'), base, port, host });
    console.log(`The book is at ${address}`);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const remedies: Record<string, string> = {
      EADDRINUSE: `Port ${port} is taken. Set PORT to another, as in PORT=8080 npm run serve.`,
      EADDRNOTAVAIL: `HOST must be an address of this machine, such as 127.0.0.1 or 0.0.0.0, not "${host}".`,
      ENOTFOUND: `HOST must be an address of this machine, such as 127.0.0.1 or 0.0.0.0, not "${host}".`,
    };
    console.error(remedies[code ?? ''] ?? message);
    process.exitCode = 1;
  }
}
