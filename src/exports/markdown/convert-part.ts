import type { Element } from 'hast';
import type { BlockContent, PhrasingContent, Root, RootContent } from 'mdast';
import { defaultHandlers, toMdast, type Handle } from 'hast-util-to-mdast';
import { contract, hasRole } from '../../book/html-contract.ts';
import { attributeOf, createFinder, textOf } from '../../build/html.ts';
import type { Book, OpenPart } from '../book.ts';
import type { FollowLink } from '../follow-link.ts';
import { dropInterface } from '../open-part.ts';
import { plainText } from '../plain-text.ts';
import { addressOf, addressOfLink } from './address-of.ts';
import { caption, chart, citation, diagram, item, listing, term } from './blocks.ts';
import { footnoteReference, footnotes } from './footnotes.ts';
import { aligned, asHtml, inlineHtml, isBeyondMarkdown, tagged } from './inline-html.ts';
import { html, paragraph, strong, text } from './nodes.ts';
import { rearrange } from './rearrange.ts';

/**
 * Gives a part of the book the form of Markdown. A block of the editors' becomes a quotation; of what they put
 * into the article's sentences only the marks 〔一〕 stay, since each erratum names both readings.
 *
 *     <div data-note="Erratum" data-layer="editorial"><p><b>勘误〔一〕</b>断语</p>…   →   > **勘误〔一〕** 断语
 *     <span class="katex">…<annotation>x^2</annotation>…   →   $x^2$
 *     <div class="diagram" data-mermaid="graph TD…">       →   ```mermaid
 *     <span data-is="cite"><a href="/references/#knuth">     →   [^knuth]
 *
 * @param body its text, which is changed
 */
export function convertPart(part: OpenPart, body: Element, book: Book, follow: FollowLink): Root {
  dropInterface(body);
  rearrange(body);
  const handlers = handlersFor(part, book, follow);
  return toMdast({ type: 'root', children: body.children }, { handlers }) as Root;
}

function handlersFor(part: OpenPart, book: Book, follow: FollowLink): Record<string, Handle> {
  // Back matter is the editors' as a whole, and what stands in a quotation needs no other.
  let quoting = part.place === 'back';

  /** Puts what is made into a quotation when it is the editors'. */
  function quoted(make: Handle): Handle {
    return (state, node, parent) => {
      if (quoting || attributeOf(node, 'data-layer') !== 'editorial') return make(state, node, parent);
      quoting = true;
      const made = make(state, node, parent);
      quoting = false;
      const children = state.toFlow((Array.isArray(made) ? made : made ? [made] : []) as RootContent[]);
      return children.length ? { type: 'blockquote', children: children as BlockContent[] } : undefined;
    };
  }

  const addressIn = (href: string): string => addressOfLink(href, part, book, follow);

  const box = quoted((state, node, parent) => {
    if (attributeOf(node, 'data-footnotes') !== undefined) return footnotes(state, node, parent);
    if (hasRole(node, 'opening')) return opening(state, node, parent);
    if (attributeOf(node, 'data-mermaid') !== undefined) return diagram(state, node, parent);
    if (hasRole(node, 'wide')) return chart(state, node, parent);
    return hasRole(node, 'correct')
      ? [paragraph(strong('勘正')), ...state.all(node)]
      : aligned(node, state.all(node) as RootContent[]);
  });

  const opening: Handle = (state, node) => {
    const { first } = createFinder(node);
    const [title, kicker] = [first('h1'), first(contract.kicker)];
    const said = [kicker && plainText(kicker), part.lead].filter(Boolean).join('。');
    return [
      { type: 'heading', depth: 1, children: title ? (state.all(title) as PhrasingContent[]) : [] },
      {
        type: 'blockquote',
        children: [
          ...(said ? [paragraph(text(said))] : []),
          guideTo(part, title, addressOf(part.address, book)),
        ],
      },
    ];
  };

  const span: Handle = (state, node, parent) => {
    // What should stand there is in a quotation, below what does: that says enough.
    if (hasRole(node, 'reading')) return undefined;
    const tex = attributeOf(node, 'data-tex');
    if (tex === undefined) return hasRole(node, 'cite') ? citation(state, node, parent) : state.all(node);
    // Between the lines of a table a formula is what stands between two dollars, and a pipe ends a cell in a formula too.
    if (state.inTable) return { type: 'inlineMath', value: withoutPipes(tex) };
    return { type: node.properties['dataDisplay'] ? 'math' : 'inlineMath', value: tex };
  };

  const link: Handle = (state, node, parent) => {
    if (hasRole(node, 'equation'))
      return quoted(() => paragraph(strong(`式${plainText(node)}`)))(state, node, parent);
    if (hasRole(node, 'number') && plainText(node) === '§') return undefined;
    if (attributeOf(node, 'data-footnote-ref') !== undefined) return footnoteReference(node);
    const isEmpty = !textOf(node).trim() && !createFinder(node).first('img');
    if (hasRole(node, 'number') || hasRole(node, 'term') || isEmpty) return state.all(node);
    const url = addressIn(attributeOf(node, 'href') ?? '');
    // A space at the end of a link would be part of it, and one behind it would be lost.
    const gap = /\s$/.test(textOf(node)) ? [text(' ')] : [];
    return [{ type: 'link', url, children: trimmed(state.all(node) as PhrasingContent[]) }, ...gap];
  };

  const picture: Handle = (_, node) => ({
    type: 'image',
    url: addressIn(attributeOf(node, 'src') ?? ''),
    title: attributeOf(node, 'title') ?? null,
    alt: attributeOf(node, 'alt') ?? '',
  });

  const words: Handle = (state, node) => {
    // What leads back to the text, or to the data's own file.
    if ((['back', 'cited', 'data'] as const).some((role) => hasRole(node, role))) return undefined;
    if (hasRole(node, 'title')) return paragraph(strong(plainText(node).replace(/^补充(?=.)/, '补充　')));
    const children = state.all(node) as PhrasingContent[];
    return aligned(node, children.length ? [paragraph(...children)] : []);
  };

  return {
    ...inlineHtml,
    a: link,
    br: (state) => (state.inTable ? html('<br>') : { type: 'break' }),
    div: box,
    dt: term,
    figcaption: quoted(caption),
    figure: box,
    img: picture,
    li: item,
    p: words,
    pre: listing,
    section: box,
    span,
    sup: (state, node, parent) =>
      hasRole(node, 'ref') ? text(plainText(node)) : tagged(state, node, parent),
    svg: () => undefined,
    table: (state, node) =>
      isBeyondMarkdown(node) ? html(asHtml(node, addressIn)) : defaultHandlers.table(state, node),
  };
}

/** Returns TeX that may stand in a table: there `\|` is the pipe of a cell, and not the double one of TeX. */
function withoutPipes(tex: string): string {
  return tex.replaceAll('\n', ' ').replaceAll('\\|', '\\Vert ').replaceAll('|', '\\|');
}

function trimmed(words: PhrasingContent[]): PhrasingContent[] {
  const last = words.at(-1);
  if (last?.type !== 'text') return words;
  return [...words.slice(0, -1), text(last.value.trimEnd())];
}

/** How to tell the editors' words from the article's, and where the page is. */
function guideTo({ place }: OpenPart, title: Element | undefined, url: string): BlockContent {
  const titled = title && attributeOf(title, 'data-layer') === 'editorial' ? '题目为编者所拟。' : '';
  const guide =
    place === 'back'
      ? '以下都是编者的话。'
      : `${titled}引用块里是编者的话，其余是原文，一字未改。〔一〕指其后的注，方括号指文献。`;
  return paragraph(text(`${guide}网页：`), { type: 'link', url, children: [text(url)] });
}
