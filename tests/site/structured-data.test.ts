import { toString } from 'hast-util-to-string';
import { describe, expect, inject, test } from 'vitest';
import { attribute, elementsIn, readPages, theElement, type DistPage } from './read-dist.ts';

type Value = string | number | Value[] | Described;
interface Described {
  '@type': string;
  [property: string]: Value;
}

/** What of schema.org's vocabulary the book uses: properties that must be there, and of what kind they are. */
const vocabulary: Record<string, Record<string, RegExp | 'text' | string[]>> = {
  Book: {
    name: 'text',
    url: /^(https:\/|\/)/,
    author: ['Person'],
    bookEdition: 'text',
    dateModified: /^\d{4}-\d\d-\d\d$/,
  },
  Person: { name: 'text' },
  Chapter: {
    name: 'text',
    position: 'text',
    url: /^(https:\/|\/)/,
    inLanguage: /^zh-CN$/,
    description: 'text',
    isPartOf: ['Book'],
  },
  WebPage: { name: 'text', url: /^(https:\/|\/)/, description: 'text', isPartOf: ['Book'] },
  BreadcrumbList: { itemListElement: ['ListItem'] },
  ListItem: { position: /^[1-9]$/, name: 'text', item: /^(https:\/|\/)/ },
  FAQPage: { mainEntity: ['Question'] },
  Question: { name: 'text', acceptedAnswer: ['Answer'] },
  Answer: { text: 'text' },
};

/** What is wrong with a description; nothing when it is right. */
function judge(node: Described, at: string, parts?: string[]): string[] {
  const required = vocabulary[node['@type']];
  if (!required) return [`${at}: ${node['@type']} is not known`];
  return Object.entries(required).flatMap(([property, kind]) => {
    const value = node[property];
    const place = `${at} ${node['@type']}.${property}`;
    // In a list of its book a chapter is named, and described on its own page.
    if (value === undefined) return parts?.includes(property) ? [] : [`${place} is missing`];
    if (kind === 'text') return typeof value === 'string' && value.trim() ? [] : [`${place} is no text`];
    if (kind instanceof RegExp)
      return kind.test(String(value)) ? [] : [`${place} is ${JSON.stringify(value)}`];
    const nodes = (Array.isArray(value) ? value : [value]) as Described[];
    const wrong = nodes.filter((one) => !kind.includes(one['@type']));
    return [
      ...(nodes.length ? [] : [`${place} is empty`]),
      ...wrong.map((one) => `${place} is a ${one['@type']}`),
      ...nodes.flatMap((one) => judge(one, at)),
    ];
  });
}

function dataOf({ file, elements }: DistPage): Described[] {
  const scripts = elements.filter((element) => attribute(element, 'type') === 'application/ld+json');
  expect(scripts.length, file).toBe(1);
  const data = JSON.parse(toString(scripts[0] as never)) as { '@context': string; '@graph': Described[] };
  expect(data['@context']).toBe('https://schema.org');
  return data['@graph'];
}

describe.each(['plain', 'placed'] as const)('in the build "%s"', (name) => {
  const { dist, base } = inject('sites')[name];
  const host = name === 'placed' ? 'https://book.example' : '';
  const pages = readPages(dist).filter(({ elements }) =>
    elements.some((element) => attribute(element, 'rel') === 'canonical'),
  );
  const types = (file: string) => {
    const page = pages.find((one) => one.file === file);
    return page && dataOf(page).map((node) => node['@type']);
  };

  test('every page says what it is, completely', () => {
    expect(pages.flatMap((page) => dataOf(page).flatMap((node) => judge(node, page.file)))).toEqual([]);
    expect(types('index.html')).toEqual(['Book']);
    expect(types('maths/index.html')).toEqual(['Chapter', 'BreadcrumbList']);
    expect(types('faq/index.html')).toEqual(['Chapter', 'BreadcrumbList', 'FAQPage']);
    expect(types('glossary/index.html')).toEqual(['WebPage', 'BreadcrumbList']);
  });

  test('the book names its chapters in their order, each with the address of its page', () => {
    const [book] = dataOf(pages.find(({ file }) => file === 'index.html') as DistPage);
    const parts = (book?.['hasPart'] ?? []) as Described[];
    expect(
      parts.flatMap((part) => judge(part, 'hasPart', ['inLanguage', 'description', 'isPartOf'])),
    ).toEqual([]);
    expect(parts.map(({ position }) => position).slice(0, 3)).toEqual(['第一章　上', '第一章　下', '第二章']);
    expect(parts[0]?.['url']).toBe(`${host}${base}market-overview/`);
    const chapters = pages.filter((page) => dataOf(page)[0]?.['@type'] === 'Chapter');
    expect(parts.length).toBe(chapters.length);
  });

  test('every question stands there with the words of its answer', () => {
    const page = pages.find(({ file }) => file === 'faq/index.html') as DistPage;
    const faq = dataOf(page).find((node) => node['@type'] === 'FAQPage');
    const questions = faq?.['mainEntity'] as Described[];
    const summaries = elementsIn(theElement(page, 'main')).filter(
      ({ tagName, children }) =>
        tagName === 'summary' && children.some((child) => child.type === 'element' && child.tagName === 'h2'),
    );
    expect(questions.length).toBe(summaries.length);
    expect(questions.length).toBeGreaterThan(10);
    const answer = (questions[0]?.['acceptedAnswer'] as Described)['text'];
    expect(answer).toContain('大模型是指具有巨大参数量和计算量的深度学习模型');
    expect(answer).not.toMatch(/〔一〕|\[\d+\]|更好的回答/);
  });
});

test('what is missing or of another kind is found', () => {
  const trail = {
    '@type': 'BreadcrumbList',
    itemListElement: [{ '@type': 'ListItem', position: 0, name: '书' }],
  };
  expect(judge(trail as Described, 'x')).toEqual(['x ListItem.position is 0', 'x ListItem.item is missing']);
});
