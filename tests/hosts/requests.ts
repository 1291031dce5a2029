import { readFileSync } from 'node:fs';
import { Agent, request, type IncomingHttpHeaders, type RequestOptions } from 'node:http';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { caching, securityHeaders, types } from '../../src/publish/hosting/answers.ts';
import { listAllFiles, listFiles } from '../site/read-dist.ts';

/** A built site that a server sends. */
export interface ServedSite {
  dist: string;
  /** Path that it was built for, with a slash at both ends. */
  base: string;
  /** Where its cover is. */
  address: string;
  /** Does the server send `.br` files? */
  brotli: boolean;
}

/** What was asked, and what came, in so far as something is promised of it. */
export interface Trial {
  asked: string;
  expected: unknown;
  got: unknown;
}

interface Asked {
  method?: string;
  headers?: Record<string, string>;
}

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

const agent = new Agent({ keepAlive: true, maxSockets: 50 });

const knownTypes: Record<string, string> = {
  ...types,
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  xml: 'text/xml; charset=utf-8',
};

/** The names of one type, and a charset where none has to be said. */
const aliases: [RegExp, string][] = [
  [/^application\/javascript/, 'text/javascript'],
  [/^application\/xml/, 'text/xml'],
  [/^(application\/(?:json|manifest\+json)|image\/svg\+xml); charset=utf-8$/, '$1'],
];

const encodings = { gzip: gunzipSync, br: brotliDecompressSync };

/** What answers say of which there are compressed ones. */
const vary = 'Accept-Encoding';

/** What only other hosts read, or is sent in place of another file. */
const unserved = ['_headers', '_redirects', '.nojekyll', 'index.html.br', 'index.html.gz', 'maths.md.gz'];

const missing = ['no-such-page/', 'no-such-page', 'maths/no', '_astro/no.js', '_astro/', 's/', '.git/config'];

/** A NUL, more than a name may have, a way out of the folder, no escape, more than a line may have. */
const strange = [
  ...['%00', 'maths/%00', '%2e%2e/%2e%2e/%2e%2e/etc/passwd', '..%2f..%2f..%2fetc/passwd', '%zz'],
  ...['a'.repeat(300), encodeURIComponent('书'.repeat(100)), 'a'.repeat(20_000)],
];

/** The requests, by what is promised of their answers. */
export const requests: Record<string, (site: ServedSite) => Promise<Trial[]>> = {
  'every file at its address, with its type, caching and all headers': (site) =>
    each(listFiles(site.dist).filter(isServed), async (file) => {
      const answer = await ask(site, addressOf(file));
      const type = knownTypes[path.extname(file).slice(1)];
      const hashed = file.startsWith('_astro/');
      return {
        expected: { ...promised(200, hashed ? caching.hashed : caching.other), type, same: true },
        got: {
          ...shown(answer),
          type: type && typeOf(answer),
          same: answer.body.equals(readFileSync(path.join(site.dist, file))),
        },
      };
    }),

  'the compressed files, to whom they are of use and no others': (site) => {
    const all = new Set(listAllFiles(site.dist));
    const compressed = listFiles(site.dist).filter((file) => all.has(`${file}.gz`));
    const kinds: [string, keyof typeof encodings | undefined][] = [
      ['gzip', 'gzip'],
      [site.brotli ? 'gzip, br' : 'gzip', site.brotli ? 'br' : 'gzip'],
      ['br;q=0, gzip;q=0.5', 'gzip'],
      ['br;q=0.0, gzip;q=0', undefined],
      ['identity', undefined],
    ];
    return each(
      compressed.flatMap((file) => kinds.map((kind) => [file, ...kind] as const)),
      async ([file, accepted, encoding]) => {
        const { headers, body } = await ask(site, addressOf(file), {
          headers: { 'accept-encoding': accepted },
        });
        const content = readFileSync(path.join(site.dist, file));
        const type = knownTypes[path.extname(file).slice(1)];
        return {
          expected: { encoding, vary, type, same: true },
          got: {
            encoding: headers['content-encoding'],
            vary: headers.vary,
            type: type && typeOf({ headers }),
            same: (encoding ? encodings[encoding](body) : body).equals(content),
          },
        };
      },
    );
  },

  'nothing again that a browser has already, and a part to whom asks for one': async (site) => {
    const files = ['maths/', 'favicon.svg', 'llms.txt', 'book.epub', 'sw.js'];
    const again = await each(files, async (address) => {
      const { headers } = await ask(site, address);
      const { status, body } = await ask(site, address, { headers: { 'if-none-match': headers.etag ?? '' } });
      return { expected: [304, 0], got: [status, body.length] };
    });
    const parts = await each(files, async (address) => {
      const { status, body } = await ask(site, address, { headers: { range: 'bytes=0-9' } });
      return { expected: [206, 10], got: [status, body.length] };
    });
    return [...again, ...parts];
  },

  'the page for what is missing, or meant for other hosts, which no one keeps': (site) =>
    each([...missing, ...unserved], async (address) => {
      const answer = await ask(site, address);
      const page = readFileSync(path.join(site.dist, '404.html'));
      return {
        expected: { ...promised(404, caching.other), type: knownTypes['html'], vary, same: true },
        got: {
          ...shown(answer),
          type: typeOf(answer),
          vary: answer.headers.vary,
          same: answer.body.equals(page),
        },
      };
    }),

  'the way from a missing slash to the page, whatever the host is called, the query kept': async (site) => {
    const folders = listFiles(site.dist).flatMap((file) => /^(.+)\/index\.html$/.exec(file)?.[1] ?? []);
    const queries = ['', '?a=1&b=%E4%B9%A6'];
    // The cover's own slash belongs to the path of the book.
    const asked = [...folders, ...(site.base === '/' ? [] : [''])].flatMap((name) =>
      queries.map((query) => [name, query] as const),
    );
    return each(asked, async ([folder, query]) => {
      const from = `${site.base}${folder}`.replace(/\/$/, '');
      const { status, headers } = await ask(site, `${from}${query}`, {
        headers: { host: 'proxied.example' },
      });
      return {
        expected: { leads: true, location: `${from}/${query}` },
        got: {
          leads: status === 301 || status === 308,
          location: headers.location?.replace(/^http:\/\/book\.example(?=\/)/, ''),
        },
      };
    });
  },

  'a refusal of what a file host has no use for': (site) =>
    each(
      ['POST', 'PUT', 'DELETE', 'PATCH', 'TRACE'].flatMap((method) =>
        ['', 'maths/', 'favicon.svg', '_astro/no.js'].map((address) => [method, address] as const),
      ),
      async ([method, address]) => {
        const answer = await ask(site, address, { method });
        return {
          expected: { refused: true, security: Object.values(securityHeaders) },
          got: {
            refused: [403, 404, 405, 501].includes(answer.status),
            security: shown(answer).security,
          },
        };
      },
    ),

  'a refusal of strange addresses, and no way to another host': (site) =>
    each([...strange, `/${site.base}maths`, `/${site.base}maths?a=1`], async (address) => {
      const answer = await ask(site, address);
      const { status, headers } = answer;
      const refused = address.startsWith('/') || (status >= 400 && status < 500);
      // Of what is no HTTP Caddy's language says so itself, in plain text, and no configuration is asked.
      const unread = status === 400 && typeOf(answer).startsWith('text/plain');
      return {
        expected: { refused: true, elsewhere: false, security: Object.values(securityHeaders) },
        got: {
          refused,
          elsewhere: headers.location?.startsWith('//') ?? false,
          security: unread ? Object.values(securityHeaders) : shown(answer).security,
        },
      };
    }),

  'each of 2,000 requests, 50 at a time': (site) => {
    const files = listFiles(site.dist).filter(isServed);
    const wanted = Array.from({ length: 2000 }, (_, index) => files[index % files.length] ?? '');
    return each(wanted, async (file) => {
      const { status, body } = await ask(site, addressOf(file), { headers: { 'accept-encoding': 'gzip' } });
      return {
        expected: [200, readFileSync(path.join(site.dist, file)).length > 0],
        got: [status, body.length > 0],
      };
    });
  },
};

/** Returns what was asked in vain: request, what is promised, and what came. */
export function listWrong(trials: readonly Trial[]): Trial[] {
  return trials.filter(({ expected, got }) => JSON.stringify(expected) !== JSON.stringify(got));
}

/** Asks for all, as many at a time as the agent has sockets. */
async function each<T>(
  asked: readonly T[],
  trial: (one: T) => Promise<Omit<Trial, 'asked'>>,
): Promise<Trial[]> {
  return Promise.all(
    asked.map(async (one) => ({ asked: JSON.stringify(one).slice(0, 120), ...(await trial(one)) })),
  );
}

function isServed(file: string): boolean {
  return !unserved.includes(file);
}

function addressOf(file: string): string {
  return file.replace(/(^|\/)index\.html$/, '$1');
}

function promised(status: number, caching: string): object {
  return { status, caching, security: Object.values(securityHeaders) };
}

function shown({ status, headers }: Answer): { status: number; caching: unknown; security: unknown[] } {
  return {
    status,
    caching: headers['cache-control'],
    security: Object.keys(securityHeaders).map((name) => headers[name.toLowerCase()]),
  };
}

function typeOf({ headers }: Pick<Answer, 'headers'>): string {
  const said = (headers['content-type'] ?? '').toLowerCase();
  return aliases.reduce((type, [pattern, name]) => type.replace(pattern, name), said);
}

/**
 * Asks as it is told, and takes what comes as it is: `fetch` would decode it, and a URL would be mended. As browsers do, it
 * asks once more when the connection ends without an answer: so Apache ends processes that it has too many of.
 *
 * @param address below the base path, or, with a slash before it, below the host
 */
async function ask(
  { address: cover, base }: ServedSite,
  address: string,
  asked: Asked = {},
): Promise<Answer> {
  const { hostname, port } = new URL(cover);
  const path = address.startsWith('/') ? address : base + address;
  const send = (): Promise<Answer> => answerTo({ agent, hostname, port, path, ...asked });
  return send().catch(send);
}

function answerTo(options: RequestOptions): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () => {
        const { statusCode = 0, headers } = response;
        resolve({ status: statusCode, headers, body: Buffer.concat(chunks) });
      });
    });
    sent.once('error', reject);
    sent.end();
  });
}
