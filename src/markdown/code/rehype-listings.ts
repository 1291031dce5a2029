import type { Element, ElementContent, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { bundledLanguages, createHighlighter, type BundledLanguage, type ThemeRegistration } from 'shiki';
import { visit } from '../../build/visit.ts';
import type { VFile } from 'vfile';
import { nearest } from '../../build/nearest.ts';
import { reportProblem } from '../../build/problem.ts';

/** Languages whose fences belong to other plugins, or need no colours. */
const plain = new Set(['text', 'plain', 'plaintext', 'txt']);
const elsewhere = new Set(['mermaid', 'math']);

/**
 * Shiki's theme speaks in colours; these stand for the five classes that the style sheet paints with the
 * site's pigments. Five short class names cost a listing of 19 lines 349 bytes, inline colours 624.
 */
const classes: Record<string, string> = {
  '#000001': 'c', // comment
  '#000002': 'k', // keyword
  '#000003': 's', // string
  '#000004': 'n', // number, constant
  '#000005': 'f', // call
};

const theme: ThemeRegistration = {
  name: 'edition',
  type: 'light',
  fg: '#000000',
  bg: '#ffffff',
  settings: [
    { settings: { foreground: '#000000', background: '#ffffff' } },
    { scope: ['comment', 'punctuation.definition.comment'], settings: { foreground: '#000001' } },
    { scope: ['keyword', 'storage', 'variable.language'], settings: { foreground: '#000002' } },
    { scope: ['string', 'punctuation.definition.string'], settings: { foreground: '#000003' } },
    { scope: ['constant'], settings: { foreground: '#000004' } },
    {
      scope: ['entity.name.function', 'meta.function-call.generic', 'support.function'],
      settings: { foreground: '#000005' },
    },
    { scope: ['keyword.operator', 'punctuation'], settings: { foreground: '#000000' } },
    // Python's `and`, `in`, `not` are operators to the grammar, and words to the reader.
    { scope: ['keyword.operator.logical'], settings: { foreground: '#000002' } },
  ],
};

/**
 * Colours code with Shiki: one element a line, one-letter classes, no inline style.
 *
 *     ```python            <pre class="listing" data-language="python" tabindex="0" translate="no">
 *     import x      →        <code><span class="line"><span class="k">import</span> x</span></code></pre>
 *     ```
 *
 * A fence without a language stays uncoloured; an unknown language is a problem. Order: any place among
 * the rehype plugins; it leaves `mermaid` and `math` alone.
 */
export function rehypeListings() {
  // Made for the first listing: most pages have none.
  let highlighter: ReturnType<typeof createHighlighter> | undefined;
  return async (tree: Root, file: VFile): Promise<void> => {
    const listings: { pre: Element; language: string; code: string }[] = [];
    visit(tree, 'element', (pre) => {
      const code = pre.children[0];
      if (pre.tagName !== 'pre' || code?.type !== 'element' || code.tagName !== 'code') return;
      const language = readLanguage(code);
      if (!elsewhere.has(language)) listings.push({ pre, language, code: toString(code).replace(/\n$/, '') });
    });

    for (const { pre, language, code } of listings) {
      const known = plain.has(language) || language in bundledLanguages;
      if (!known) {
        reportProblem(file, {
          rule: 'listing-unknown-language',
          reason: `No grammar colours the language "${language}".`,
          remedy: 'Correct the name after the fence, or write text.',
          place: pre,
          candidates: nearest(language, Object.keys(bundledLanguages)),
        });
      }
      const lines =
        plain.has(language) || !known ? plainLines(code) : await colour(code, language as BundledLanguage);
      pre.properties = {
        className: ['listing'],
        dataLanguage: language,
        // A listing scrolls sideways; without this a keyboard could not reach what is out of sight.
        tabIndex: 0,
        translate: 'no',
      };
      pre.children = [{ type: 'element', tagName: 'code', properties: {}, children: lines }];
    }
  };

  async function colour(code: string, language: BundledLanguage): Promise<ElementContent[]> {
    const shiki = await (highlighter ??= createHighlighter({ themes: [theme], langs: [] }));
    await shiki.loadLanguage(language);
    const { tokens } = shiki.codeToTokens(code, {
      lang: language,
      theme: 'edition',
      // Else a line that takes half a second loses its colours: on a busy machine, any line.
      tokenizeTimeLimit: 0,
    });
    return tokens.flatMap((line, index) => {
      const children: ElementContent[] = [];
      for (const { content, color } of line) {
        const name = content.trim() ? classes[color ?? ''] : undefined;
        const last = children.at(-1);
        if (name)
          children.push({
            type: 'element',
            tagName: 'span',
            properties: { className: [name] },
            children: [text(content)],
          });
        else if (last?.type === 'text') last.value += content;
        else children.push(text(content));
      }
      return asLine(children, index);
    });
  }
}

function readLanguage(code: Element): string {
  const names = code.properties['className'];
  const name = Array.isArray(names) ? names.find((n) => String(n).startsWith('language-')) : undefined;
  return name ? String(name).slice('language-'.length) : 'text';
}

function plainLines(code: string): ElementContent[] {
  return code.split('\n').flatMap((line, index) => asLine(line ? [text(line)] : [], index));
}

function asLine(children: ElementContent[], index: number): ElementContent[] {
  const line: Element = { type: 'element', tagName: 'span', properties: { className: ['line'] }, children };
  return index ? [text('\n'), line] : [line];
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}
