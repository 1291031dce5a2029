import { declarationOf } from '../../book/edition-components.ts';
import { nearest } from '../../build/nearest.ts';
import { at, type Problem } from '../../build/problem.ts';
import type { ProofChapter } from '../reading/read-chapter.ts';

/** Finds attributes that components lack or do not know. */
export function judgeComponents(chapters: ProofChapter[]): Problem[] {
  return chapters.flatMap(({ file, inventory }) =>
    (inventory?.components ?? []).flatMap(({ value: node, point }) => {
      const place = { file, ...at(point) };
      const name = node.name ?? '';
      const declaration = declarationOf(name);
      // The parser takes no other names for components (see remark-edition-syntax).
      if (!declaration) return [];
      const written = node.attributes.flatMap((a) => (a.type === 'mdxJsxAttribute' ? [a.name] : []));
      const author = [...declaration.required, ...declaration.optional];
      const missing = declaration.required.filter((attribute) => !written.includes(attribute));
      const unknown = written.filter((a) => !author.includes(a) && !declaration.given.includes(a));
      return [
        ...missing.map((attribute) => ({
          ...place,
          rule: 'attribute-missing',
          reason: `<${name}> lacks its attribute "${attribute}".`,
          remedy: `Write <${name} ${declaration.required.map((a) => `${a}="…"`).join(' ')}>.`,
        })),
        ...unknown.map((attribute) => ({
          ...place,
          rule: 'attribute-unknown',
          reason: `<${name}> has no attribute "${attribute}".`,
          remedy: `It takes ${author.join(', ')}.`,
          candidates: nearest(attribute, author),
        })),
      ];
    }),
  );
}
