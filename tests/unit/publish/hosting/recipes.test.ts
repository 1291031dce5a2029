import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { caching, hashedFolder, securityHeaders, types } from '../../../../src/publish/hosting/answers.ts';

const root = path.resolve(import.meta.dirname, '../../../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** What a configuration says: every header with its values, in the order in which it stands there. */
type Said = Record<string, string[]>;

/** What each must say: the security headers once, and both ways of caching. */
const all: Said = {
  ...Object.fromEntries(Object.entries(securityHeaders).map(([name, value]) => [name, [value]])),
  'Cache-Control': [caching.other, caching.hashed],
};

const configurations: [string, Said][] = [
  [
    'nginx',
    {
      ...said(read('deploy/nginx/headers.conf'), /^add_header (?!Cache-Control)(\S+) "(.+)" always;$/gm),
      'Cache-Control': cachingOf(read('deploy/nginx/root.conf')),
    },
  ],
  ['nginx below a path', { ...all, 'Cache-Control': cachingOf(read('deploy/nginx/sub-path.conf')) }],
  [
    'Caddy',
    said(
      read('deploy/caddy/Caddyfile').replace(/handle_errors[^]*/, ''),
      /^\t+(?:header (?:@\w+ )?)?(?!Content-Type|Vary)([A-Z][\w-]+) "(.+)"$/gm,
    ),
  ],
  ['Apache', said(read('deploy/apache/.htaccess'), /^ *Header always set (\S+) "(.+)"$/gm)],
  [
    "Apache's own pages",
    {
      'Cache-Control': all['Cache-Control'] ?? [],
      ...said(read('deploy/apache/site.conf'), /^ *Header always set (\S+) "(.+)"$/gm),
    },
  ],
  // It revalidates by itself, and would keep for good that a hashed file is missing: what it says goes by the address alone.
  ['Vercel', { 'Cache-Control': all['Cache-Control'] ?? [], ...vercelSaid() }],
  [
    'object storage',
    {
      ...storageSaid(),
      'Cache-Control': [...read('deploy/object-storage/upload.sh').matchAll(/^(?:other|hashed)='(.+)'$/gm)]
        .map(([, value = '']) => value)
        .sort()
        .toSorted((a) => (a === caching.other ? -1 : 1)),
    },
  ],
];

test.each(configurations)('%s says what all hosts are to say, and no more', (_, configuration) => {
  expect(configuration).toEqual(all);
});

test.each([
  // What it knows by itself: deploy/nginx/headers.conf is tried with its own table in tests/site/nginx.test.ts.
  ['nginx', /^ {4}(\S+) +(\w+);$/gm, ['woff2'], 'deploy/nginx/headers.conf'],
  ['Caddy', /header @(\w+) Content-Type "(.+)"/g, [], 'deploy/caddy/Caddyfile'],
  ['Apache', /^AddType "?(.+?)"? \.(\w+)$/gm, [], 'deploy/apache/.htaccess'],
  ['Vercel', /\(\.\*\)\\\\\.(\w+)"[^}]+"value": "(.+)"/g, [], 'deploy/vercel/vercel.json'],
  [
    'object storage',
    /^upload "\$other" '(?!text\/(?:html|plain))(.+)' '\*\.(\w+)'$/gm,
    ['woff2'],
    'deploy/object-storage/upload.sh',
  ],
])('%s knows the types of all files', (_, pattern, known, file) => {
  const pairs = [...read(file).matchAll(pattern)].map(([, one = '', other = '']) =>
    one in types ? [one, other] : [other, one],
  );
  // nginx says the charset by itself.
  const bare = (type = ''): string => (file.includes('nginx') ? type.replace(/;.*/, '') : type);
  const expected = Object.entries(types)
    .filter(([extension]) => !known.includes(extension))
    .map(([extension, type]) => [extension, bare(type)]);
  expect(pairs.toSorted()).toEqual(expected.toSorted());
});

test('hashed files are told by the folder that the build puts them in', () => {
  const naming = ['nginx/root.conf', 'nginx/sub-path.conf', 'caddy/Caddyfile', 'apache/.htaccess'];
  expect(naming.filter((file) => !read(`deploy/${file}`).includes(`/${hashedFolder}`))).toEqual([]);
});

test.each([
  ['/', '/index.html'],
  ['/maths/', '/maths/index.html'],
  ['/card.png', '/card.png'],
  ['/maths', '-> /maths/'],
  ['//other.example', '//other.example'],
  ['//other', '-> /other/'],
])('before a bucket, %s is %s', (asked, given) => {
  const answer = runInNewContext(`${read('deploy/object-storage/viewer-request.js')};handler(event)`, {
    event: { request: { uri: asked } },
  }) as { uri?: string; headers?: { location: { value: string } } };
  expect(answer.uri ?? `-> ${answer.headers?.location.value}`).toBe(given);
});

interface Workflow {
  permissions: Record<string, string>;
  jobs: Record<string, { permissions: Record<string, string>; steps: { uses?: string }[] }>;
}

test('workflows use actions by their commits, and may do what their jobs say and no more', () => {
  const folder = '.github/workflows';
  const workflows = readdirSync(path.join(root, folder)).map(
    (file) => parse(read(`${folder}/${file}`)) as Workflow,
  );
  const uses = workflows.flatMap(({ jobs }) =>
    Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ uses }) => uses ?? [])),
  );
  expect(uses.length).toBeGreaterThan(3);
  expect(uses.filter((name) => !/^actions\/[\w-]+@[0-9a-f]{40}$/.test(name))).toEqual([]);
  expect(workflows.map(({ permissions }) => permissions)).toEqual(workflows.map(() => ({})));
  expect(workflows.map(({ jobs }) => Object.values(jobs).map(({ permissions }) => permissions))).toEqual([
    [{ contents: 'read' }, { contents: 'read', pages: 'read' }, { pages: 'write', 'id-token': 'write' }],
  ]);
});

function said(text: string, pattern: RegExp): Said {
  const found = [...text.matchAll(pattern)].map(([, name = '', value = '']) => ({ name, value }));
  return Object.fromEntries(
    [...Map.groupBy(found, ({ name }) => name)].map(([name, each]) => [name, each.map(({ value }) => value)]),
  );
}

/** Both values of the map, that for all files first. */
function cachingOf(site: string): string[] {
  const [, hashed = '', other = ''] = /_astro\/ +"(.+)";\s+default +"(.+)";/.exec(site) ?? [];
  return [other, hashed];
}

function vercelSaid(): Said {
  const { headers } = JSON.parse(read('deploy/vercel/vercel.json')) as {
    headers: { headers: { key: string; value: string }[] }[];
  };
  const each = headers.flatMap((rule) => rule.headers).filter(({ key }) => key !== 'Content-Type');
  return Object.fromEntries(each.map(({ key, value }) => [key, [value]]));
}

function storageSaid(): Said {
  const { SecurityHeadersConfig: security, CustomHeadersConfig: custom } = JSON.parse(
    read('deploy/object-storage/response-headers.json'),
  ) as {
    SecurityHeadersConfig: {
      ContentSecurityPolicy: { ContentSecurityPolicy: string };
      ContentTypeOptions?: object;
      ReferrerPolicy: { ReferrerPolicy: string };
    };
    CustomHeadersConfig: { Items: { Header: string; Value: string }[] };
  };
  return {
    'Content-Security-Policy': [security.ContentSecurityPolicy.ContentSecurityPolicy],
    // Its only value, which the file does not say.
    ...(security.ContentTypeOptions ? { 'X-Content-Type-Options': ['nosniff'] } : {}),
    'Referrer-Policy': [security.ReferrerPolicy.ReferrerPolicy],
    ...Object.fromEntries(custom.Items.map(({ Header, Value }) => [Header, [Value]])),
  };
}
