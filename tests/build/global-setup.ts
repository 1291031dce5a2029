import type { TestProject } from 'vitest/node';
import { buildSite, type BuildOptions, type BuiltSite } from './build-site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The built sites that the tests read; see `variants`. */
    sites: Record<keyof typeof variants, { dist: string; root: string; base: string }>;
  }
}

/** The sites that are built once for all tests. */
const variants = {
  /** As `npm run build` makes it. */
  plain: {},
  /** The same again, in another folder and time zone, and from a shell in which something else is developed. */
  again: { TZ: 'Pacific/Kiritimati', NODE_ENV: 'development' },
  /** Below a path, with an address of its own. */
  placed: { BASE_PATH: '/a/b', SITE_URL: 'https://book.example' },
} satisfies Record<string, NonNullable<BuildOptions['env']>>;

/**
 * Builds the sites before the first test that needs them, and deletes them after the last.
 *
 * @throws Error with all that the build said when one fails
 */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  // Two projects of tests need the sites; the first that starts builds them for both.
  const shared = project.vitest.getRootProject();
  if (shared.getProvidedContext().sites) return undefined;

  const built = await Promise.all(
    Object.entries(variants).map(async ([name, env]) => [name, await buildSite({ env })] as const),
  );
  const remove = async (): Promise<void> => {
    await Promise.all(built.map(([, site]) => site.remove()));
  };
  const failed = built.filter(([, site]) => site.exitCode !== 0);
  if (failed.length) {
    await remove();
    throw new Error(failed.map(([name, site]) => `The build "${name}" failed.\n${site.output}`).join('\n'));
  }
  const sites = Object.fromEntries(built.map(([name, site]) => [name, describe(name, site)]));
  shared.provide('sites', sites as Parameters<typeof shared.provide<'sites'>>[1]);
  return remove;
}

function describe(name: string, { dist, root }: BuiltSite): { dist: string; root: string; base: string } {
  return { dist, root, base: name === 'placed' ? '/a/b/' : '/' };
}
