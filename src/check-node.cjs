/**
 * Ends a script with one sentence when the Node that runs it is too old. Every script of package.json begins here, and
 * so this file has to run on any Node: no TypeScript, no new syntax.
 */

// eslint-plugin-astro asks for this one; no other package asks for more.
const oldest = { major: 24, minor: 16 };

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < oldest.major || (major === oldest.major && minor < oldest.minor)) {
  console.error(
    `Node ${oldest.major}.${oldest.minor} or newer is needed, and this is ${process.versions.node}: ` +
      'on x64 Linux `npm ci` brings the right one, elsewhere install it (https://nodejs.org).',
  );
  process.exit(1);
}
