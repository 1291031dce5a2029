import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');

/** What a process says that asks Mermaid for its configuration. Hooks of modules hold for a whole process. */
function ask(quickened: boolean, script: string): unknown {
  const hook = `const { quickenConfiguration } = await import('./src/diagrams/draw/quick-configuration.ts');
    quickenConfiguration();`;
  const code = `${quickened ? hook : ''}
    const { default: { mermaidAPI } } = await import('mermaid');
    const { createConfiguration } = await import('./src/diagrams/theme/configuration.ts');
    const { PALETTES } = await import('./src/diagrams/theme/palette.ts');
    mermaidAPI.initialize(createConfiguration(PALETTES.dark));
    const ask = () => mermaidAPI.getConfig();
    ${script}`;
  const said = execFileSync(process.execPath, ['--input-type=module', '--eval', code], { cwd: root });
  return JSON.parse(said.toString());
}

test("Mermaid's configuration is what it was, and is made in this project's way", () => {
  const whole = 'console.log(JSON.stringify(ask()));';
  expect(ask(true, whole)).toEqual(ask(false, whole));
  // A part is made when it is asked for; of Mermaid's own making it would have no getter.
  const lazy = `console.log('get' in Object.getOwnPropertyDescriptor(ask(), 'themeVariables'));`;
  expect(ask(true, lazy)).toBe(true);
});

test('who changes a copy changes no other', () => {
  const changed = `
    const [one, other] = [ask(), ask()];
    one.themeVariables.fontSize = 'changed';
    one.flowchart = 'changed';
    const { themeVariables, flowchart } = ask();
    console.log(JSON.stringify({ one, other, themeVariables, flowchart }));`;
  const { one, ...rest } = ask(true, changed) as { one: { flowchart: string } };
  expect(one).toMatchObject({ themeVariables: { fontSize: 'changed' }, flowchart: 'changed' });
  expect(JSON.stringify(rest)).not.toContain('changed');
});
