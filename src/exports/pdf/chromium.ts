import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { access, constants, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';

/** A Chromium that can be started, and the environment that it must be started with. */
interface FoundChromium {
  executablePath: string;
  env: Record<string, string>;
}

const run = promisify(execFile);
const require = createRequire(import.meta.url);

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * Not the argument list of `@sparticuz/chromium`: that one switches web security off, and with it what
 * the tests want to see. No sandbox, because tests run as root in containers; the pages are our own.
 */
const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--no-zygote',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--disable-lcd-text',
];

/**
 * Finds a Chromium: `CHROMIUM_PATH`, else an installed Chrome or Chromium, else the one inside the npm
 * package `@sparticuz/chromium` (x64 Linux), unpacked once per version below the system's temporary
 * folder together with the libraries that a bare machine lacks. On Linux, the environment adds the complete
 * Noto Sans SC from `node_modules` to the system's fonts, if it has any, and makes it the generic family.
 *
 * @returns the executable and the environment to start it with
 * @throws Error that names what was tried and how to provide a browser
 */
async function findChromium(): Promise<FoundChromium> {
  const fonts = await fontEnvironment();
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    if (await isExecutable(named)) return { executablePath: named, env: { ...environment(), ...fonts } };
    throw new Error(`CHROMIUM_PATH is "${named}", which is not an executable file. Correct or unset it.`);
  }
  for (const candidate of INSTALLED) {
    if (await isExecutable(candidate))
      return { executablePath: candidate, env: { ...environment(), ...fonts } };
  }
  try {
    const { executablePath, libraries } = await unpackPackagedChromium();
    const inherited = process.env['LD_LIBRARY_PATH'];
    const env = {
      ...environment(),
      ...fonts,
      LD_LIBRARY_PATH: [libraries, inherited].filter(Boolean).join(':'),
    };
    return { executablePath, env };
  } catch (error) {
    throw new Error(
      `No Chromium was found. Tried CHROMIUM_PATH, ${INSTALLED.join(', ')} and the npm package ` +
        `@sparticuz/chromium (${error instanceof Error ? error.message : String(error)}). ` +
        `Install Chrome or Chromium, or set CHROMIUM_PATH to one.`,
      { cause: error },
    );
  }
}

/**
 * Starts the Chromium that `findChromium` finds, headless. The caller closes it.
 *
 * @throws Error when there is none, or it does not start
 */
export async function launchChromium(): Promise<Browser> {
  const { executablePath, env } = await findChromium();
  return chromium.launch({ executablePath, env, args: ARGUMENTS, chromiumSandbox: false });
}

function environment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return Object.fromEntries(entries);
}

async function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/**
 * The package unpacks into the temporary folder, takes a file that merely exists for a complete one, and
 * changes `process.env` on import. Test files run in parallel, so it is run in a process of its own with
 * a temporary folder of its own, which is then renamed: either all of it is there or nothing.
 */
async function unpackPackagedChromium(): Promise<{ executablePath: string; libraries: string }> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('it is built for x64 Linux only');
  const entry = require.resolve('@sparticuz/chromium');
  const home = path.join(await ownFolder(), `chromium-${await packageVersion(entry)}`);
  const found = { executablePath: path.join(home, 'chromium'), libraries: path.join(home, 'al2023', 'lib') };
  if (existsSync(found.executablePath)) return found;

  const staging = await mkdtemp(`${home}-`);
  const script = `const { default: c } = await import(${JSON.stringify(entry)}); await (c.default ?? c).executablePath();`;
  await run(process.execPath, ['--input-type=module', '--eval', script], {
    env: { ...environment(), TMPDIR: staging, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' },
  });
  try {
    await rename(staging, home);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    if (!existsSync(found.executablePath)) throw error;
  }
  return found;
}

async function packageVersion(entry: string): Promise<string> {
  const root = entry.slice(0, entry.lastIndexOf(`${path.sep}build${path.sep}`));
  const manifest = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { version: string };
  return manifest.version;
}

/** Always the packaged Chinese font on Linux: pictures and measures are then the same on every machine. */
async function fontEnvironment(): Promise<Record<string, string>> {
  if (process.platform !== 'linux') return {};
  const folder = await ownFolder();
  const manifest = require.resolve('@expo-google-fonts/noto-sans-sc/package.json');
  const config = path.join(folder, 'fonts.conf');
  const draft = `${config}.${process.pid}`;
  await writeFile(
    draft,
    fontConfiguration(path.dirname(path.dirname(manifest)), path.join(folder, 'font-cache')),
  );
  await rename(draft, config);
  return { FONTCONFIG_FILE: config };
}

function fontConfiguration(fonts: string, cache: string): string {
  const generic = (family: string): string =>
    `<alias binding="strong"><family>${family}</family><prefer><family>Noto Sans SC</family></prefer></alias>`;
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${fonts}</dir>
  <cachedir>${cache}</cachedir>
  ${['sans-serif', 'serif', 'system-ui'].map(generic).join('\n  ')}
</fontconfig>
`;
}

/** One folder a user: on a shared machine another user's could not be written to. */
async function ownFolder(): Promise<string> {
  const folder = path.join(os.tmpdir(), `edition-browser-${os.userInfo().username}`);
  await mkdir(folder, { recursive: true });
  return folder;
}
