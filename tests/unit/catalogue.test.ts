import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { catalogueFile, readCatalogue, renewCatalogue } from '../catalogue/read-catalogue.ts';
import { reportExample } from '../catalogue/report-example.ts';

const src = path.resolve(import.meta.dirname, '../../src');
const markdown = readFileSync(catalogueFile, 'utf8');
const entries = readCatalogue(markdown);

/** Names that rules are put together from: `${noun}-twice`. */
const parts: Record<string, string[]> = {
  noun: ['reference', 'term'],
  shown: ['chart', 'table'],
};

/** The rules that stand in the code, behind `rule:` and between the two signs of a choice. */
function rulesOf(code: string): string[] {
  return [...code.matchAll(/\brule(?:Id)?:\s*([^,;{}]*?(?:\$\{\w+\}[^,;{}]*)?)[,;\n}]/g)].flatMap(
    ([, said = '']) =>
      [...said.matchAll(/'([a-z]+(?:-[a-z]+)+)'|`\$\{(\w+)\}(s?-[a-z]+)`/g)].flatMap(
        ([, plain, part = '', rest = '']) =>
          plain ? [plain] : (parts[part] ?? [`\${${part}}`]).map((name) => name + rest),
      ),
  );
}

const rules = new Set(
  ['diagrams', 'markdown', 'proofreading', 'book', 'exports', 'publish']
    .flatMap((folder) =>
      readdirSync(path.join(src, folder), { recursive: true, encoding: 'utf8' }).map((f) =>
        path.join(src, folder, f),
      ),
    )
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => rulesOf(readFileSync(file, 'utf8'))),
);

test('each rule of the code has its entry, and each entry its rule', () => {
  expect(entries.map(({ rule }) => rule).sort()).toEqual([...rules].sort());
});

test('every way to write a rule is found', () => {
  const code =
    "{ rule: 'a-b', x }, { rule: y ? 'c-d' : 'e-f', }, { rule: `${noun}-g`, } rule: message.ruleId ?? 'h-i',";
  expect(rulesOf(code)).toEqual(['a-b', 'c-d', 'e-f', 'reference-g', 'term-g', 'h-i']);
});

test('an entry says what it means, shows an example or says why it has none, and names the remedy', () => {
  const wanting = entries.filter(({ rule, examples, withoutExample }) => {
    const text = markdown.split(`### ${rule}\n\n`)[1]?.split(/^##+ \w/m)[0] ?? '';
    return !/^[A-Z`$]/.test(text) || !/^Remedy: /m.test(text) || (examples.length === 0) !== withoutExample;
  });
  expect(wanting.map(({ rule }) => rule)).toEqual([]);
});

const examples = entries.flatMap(({ rule, examples }) => examples.map((example) => ({ rule, ...example })));

test.each(examples)(
  'the build says of the example of $rule what the catalogue says',
  async ({ rule, ...example }) => {
    const said = await reportExample(example, rule);
    expect(said, 'look whether the words are meant, then run npm run errors').toBe(example.said);
    expect(said).toContain(`  ${rule}\n`);
  },
);

test('what the build says stands behind its example, and again in the same place', () => {
  const bare =
    '# Errors\n\n### a-b\n\nMeans.\n\n```mdx\nx\n```\n\nRemedy: y.\n\n### c-d\n\n````mdx z.mdx\n```js\n```\n````\n';
  const once = renewCatalogue(bare, ['first\n', 'second\n']);
  expect(readCatalogue(once)).toEqual([
    {
      rule: 'a-b',
      withoutExample: false,
      examples: [{ language: 'mdx', file: undefined, text: 'x\n', said: 'first\n' }],
    },
    {
      rule: 'c-d',
      withoutExample: false,
      examples: [{ language: 'mdx', file: 'z.mdx', text: '```js\n```\n', said: 'second\n' }],
    },
  ]);
  expect(renewCatalogue(once, ['first\n', 'second\n'])).toBe(once);
});
