import { createHash } from 'node:crypto';
import { toString } from 'hast-util-to-string';
import { describe, expect, inject, test } from 'vitest';
import { attribute, readPages, readSectionPages, type DistPage } from './read-dist.ts';

const pages = (['plain', 'placed'] as const).flatMap((name) =>
  // The pages of sections are alike: one stands for all.
  [...readPages(inject('sites')[name].dist), ...readSectionPages(inject('sites')[name].dist).slice(0, 1)].map(
    (page) => [`${name}: ${page.file}`, page] as const,
  ),
);

describe.each(pages)('%s', (_, page) => {
  const directives = policyOf(page);

  test('allows nothing that is not named', () => {
    expect(directives.get('default-src')).toEqual(["'none'"]);
    expect(directives.get('base-uri')).toEqual(["'none'"]);
    expect(directives.get('form-action')).toEqual(["'none'"]);
    const sources = [...directives.values()].flat();
    expect(sources.filter((source) => !/^'(none|self|sha256-[\w+/]+=*)'$/.test(source))).toEqual([]);
  });

  test('stands before everything that it binds', () => {
    const head = page.elements.find(({ tagName }) => tagName === 'head');
    const [charset, policy] = (head?.children ?? []).filter((node) => node.type === 'element');
    expect(attribute(charset as never, 'charSet')).toBe('utf-8');
    expect(attribute(policy as never, 'httpEquiv')).toBe('content-security-policy');
  });

  test('names the inline scripts and styles of the page, and no others', () => {
    expect(hashesOf(directives.get('script-src'))).toEqual(hashesIn(page, 'script'));
    expect(hashesOf(directives.get('style-src'))).toEqual(hashesIn(page, 'style'));
  });

  test('has no inline style or handler that it would block', () => {
    const inline = page.elements.flatMap(({ tagName, properties }) =>
      Object.keys(properties)
        .filter((name) => name === 'style' || /^on[A-Z]?/.test(name))
        .map((name) => `<${tagName} ${name}>`),
    );
    expect(inline).toEqual([]);
  });
});

function policyOf({ elements }: DistPage): Map<string, string[]> {
  const metas = elements.filter((element) =>
    /^content-security-policy$/i.test(attribute(element, 'httpEquiv') ?? ''),
  );
  const directives = metas.flatMap((meta) => (attribute(meta, 'content') ?? '').split(';'));
  return new Map(
    directives.map((directive) => {
      const [name = '', ...sources] = directive.trim().split(/\s+/);
      return [name, sources];
    }),
  );
}

function hashesOf(sources: string[] = []): string[] {
  return sources.filter((source) => source.startsWith("'sha256-")).sort();
}

function hashesIn({ elements }: DistPage, name: string): string[] {
  const texts = elements
    .filter((element) => element.tagName === name && element.properties['src'] === undefined)
    .filter((element) => !/json$/.test(attribute(element, 'type') ?? ''))
    .map((element) => toString(element));
  const hash = (text: string): string => createHash('sha256').update(text, 'utf8').digest('base64');
  return [...new Set(texts.map((text) => `'sha256-${hash(text)}'`))].sort();
}
