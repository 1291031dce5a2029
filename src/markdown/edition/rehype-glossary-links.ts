import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visitParents } from 'unist-util-visit-parents';
import { isJsx } from '../jsx.ts';

export interface GlossaryLinkOptions {
  /** The terms: address, ways to write each, and words in which it only seems to stand. */
  terms: readonly { href: string; forms: readonly string[]; except: readonly string[] }[];
  /** Names of the components whose words are the editors'. The article's own words never become links. */
  editorial: readonly string[];
}

/** What keeps its own look, or leads elsewhere already. */
const untouched = /^(a|code|pre|svg|math|summary|h[1-6]|th|blockquote|s)$/;

/**
 * Leads from the first use of a term in the editors' words of a chapter to the glossary.
 *
 *     <Note>键值缓存随上下文增长</Note>   →   <Note><a class="term" data-is="term" href="/glossary/#kv-cache">键值缓存</a>随……</Note>
 *
 * The longest term wins: 大语言模型 is never 大模型, nor is 自注意力 taken apart once it has had its link. Order:
 * after rehype-close-up, which takes out the spaces inside of a term; before rehype-english-phrases, which would
 * split an English one, and rehype-base-path, which completes the address.
 */
export function rehypeGlossaryLinks({ terms, editorial }: GlossaryLinkOptions) {
  const targets = new Map<string, string | undefined>();
  for (const { href, forms, except } of terms) {
    for (const form of forms) targets.set(key(form), href);
    for (const word of except) targets.set(key(word), undefined);
  }
  const pattern = patternOf([...targets.keys()]);

  return (tree: Root): void => {
    if (!targets.size) return;
    const linked = new Set<string>();
    visitParents(tree, (node, ancestors) => {
      if (node.type === 'element' && (untouched.test(node.tagName) || isFormula(node))) return SKIP;
      const parent = ancestors.at(-1);
      const ours = ancestors.some((a) => isJsx(a) && editorial.includes(a.name ?? ''));
      if (node.type !== 'text' || !parent || !ours) return undefined;
      const parts = link(node.value);
      if (!parts) return undefined;
      const index = parent.children.indexOf(node);
      parent.children.splice(index, 1, ...parts);
      return index + parts.length;
    });

    function link(value: string): ElementContent[] | undefined {
      const parts: ElementContent[] = [];
      let end = 0;
      for (const { 0: word, index } of value.matchAll(pattern)) {
        const href = targets.get(key(word));
        if (href === undefined || linked.has(href)) continue;
        linked.add(href);
        if (index > end) parts.push({ type: 'text', value: value.slice(end, index) });
        parts.push({
          type: 'element',
          tagName: 'a',
          properties: { className: ['term'], dataIs: 'term', href },
          children: [{ type: 'text', value: word }],
        });
        end = index + word.length;
      }
      if (!parts.length) return undefined;
      if (end < value.length) parts.push({ type: 'text', value: value.slice(end) });
      return parts;
    }
  };
}

/** Spaces and capitals do not make another term of it: KV 缓存, KV缓存. */
function key(form: string): string {
  return form.replace(/\s/g, '').toLowerCase();
}

/** Longest first; Latin letters must not go on before or behind. */
function patternOf(keys: string[]): RegExp {
  const forms = keys
    .sort((a, b) => b.length - a.length)
    .map((form) =>
      [...form]
        .map((character) => character.replace(/[.*+?^${}()|[\]\\]/, '\\$&'))
        .join('\\s?')
        .replace(/^(?=\w)/, '(?<![\\w-])')
        .replace(/(?<=\w)$/, '(?![\\w-])'),
    );
  return new RegExp(forms.join('|'), 'giu');
}

function isFormula(node: Element): boolean {
  const names = node.properties['className'];
  return Array.isArray(names) && names.some((name) => /^katex/.test(String(name)));
}
