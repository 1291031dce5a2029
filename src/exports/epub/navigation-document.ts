import type { Element } from 'hast';
import { h } from 'hastscript';
import type { PartSection } from '../book.ts';
import type { ExportedPart } from '../export-part.ts';
import { fileOf } from './rewrite-links.ts';

/** Returns the contents, with the sections of every part, and where the reader may begin. */
export function navigationDocument(parts: readonly ExportedPart[]): Element[] {
  const [first] = parts.filter(({ place }) => place === 'chapter');
  return [
    h('nav', { 'epub:type': 'toc', role: 'doc-toc', id: 'toc', ariaLabel: '目录' }, [
      h('h1', '目录'),
      h('ol', parts.map(entry)),
    ]),
    h('nav', { 'epub:type': 'landmarks', ariaLabel: '导览', hidden: 'hidden' }, [
      h('ol', [
        landmark('cover', 'cover.xhtml', '封面'),
        landmark('toc', 'nav.xhtml#toc', '目录'),
        ...(first ? [landmark('bodymatter', fileOf(first), '正文')] : []),
        ...parts
          .filter(({ name }) => name === 'glossary')
          .map((part) => landmark('glossary', fileOf(part), part.title)),
        ...parts
          .filter(({ name }) => name === 'references')
          .map((part) => landmark('bibliography', fileOf(part), part.title)),
      ]),
    ]),
  ];
}

function entry(part: ExportedPart): Element {
  const title = [part.place === 'chapter' ? part.mark : '', part.title].filter(Boolean).join('　');
  return h('li', [h('a', { href: fileOf(part) }, [title]), ...sections(part.sections, part, 2)]);
}

/** Sections of a depth, each with those below it. */
function sections(all: readonly PartSection[], part: ExportedPart, depth: number): Element[] {
  const starts = all.flatMap((section, index) => (section.depth <= depth || index === 0 ? [index] : []));
  if (!starts.length) return [];
  return [
    h(
      'ol',
      starts.map((start, index) => {
        const { id, number, title } = all[start] as PartSection;
        const below = all.slice(start + 1, starts[index + 1]);
        return h('li', [
          h('a', { href: `${fileOf(part)}#${id}` }, [number ? `${number}　${title}` : title]),
          ...sections(below, part, depth + 1),
        ]);
      }),
    ),
  ];
}

function landmark(type: string, href: string, title: string): Element {
  return h('li', [h('a', { 'epub:type': type, href }, [title])]);
}
