/**
 * Ends a script with one sentence when Node is too old. Every script of package.json begins here, and so this file has to
 * run on any Node: no TypeScript, no new syntax.
 */

const own = process.versions.node;
// npm's Node may be another than the one that npm has installed and that runs this.
const [, installer = own] = /\bnode\/v(\S+)/.exec(process.env.npm_config_user_agent || '') || [];

if (!canInstall(installer)) {
  stop(
    `Node ${installer} is too old to install the packages: have Node 20.19, 22.12 or newer, and run \`npm ci\` again.`,
  );
}
if (!canRun(own)) {
  stop(
    `Node 24.16 or newer is needed, and this is ${own}: ` +
      'on x64 Linux `npm ci` brings the right one, elsewhere install it (https://nodejs.org).',
  );
}

/** npm leaves out, without a word, optional packages that do not take its Node, such as Rolldown's for x64 Linux. */
function canInstall(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
}

/** eslint-plugin-astro asks for 24.16; no other package asks for more. */
function canRun(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > 24 || (major === 24 && minor >= 16);
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
