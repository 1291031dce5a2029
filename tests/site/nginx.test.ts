import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { RunningServer } from '../../scripts/serve.ts';
import { hasBrotli, nginx, serveWithNginx } from '../hosts/nginx.ts';
import { listWrong, requests } from '../hosts/requests.ts';

/*
 * The site behind a real nginx, with the configuration of deploy/nginx. Nobody can install one without being
 * root, so a machine without is left to pass, and told; where one is promised, by REQUIRE_NGINX, its absence
 * fails.
 */
if (!nginx) {
  test('nginx is missing here, and nobody promised it: its answers are not tested', () => {
    console.warn('nginx is missing: its configuration is not tested. On Debian: apt-get install nginx-light');
    expect(process.env['REQUIRE_NGINX']).toBeUndefined();
  });
}

describe.each(nginx ? (['plain', 'placed'] as const) : [])('nginx with the build "%s"', (name) => {
  const { dist, base } = inject('sites')[name];
  let server: RunningServer;
  beforeAll(async () => {
    server = await serveWithNginx(dist, base);
  });
  afterAll(() => server.close());

  test.each(Object.entries(requests))('%s', async (_, ask) => {
    const trials = await ask({ dist, base, address: server.address, brotli: hasBrotli });
    expect(listWrong(trials)).toEqual([]);
    expect(trials.length).toBeGreaterThan(9);
  });
});
