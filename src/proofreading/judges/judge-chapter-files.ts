import { slugOf } from '../../book/chapter-schema.ts';
import type { Problem } from '../../build/problem.ts';
import type { ProofChapter } from '../reading/read-chapter.ts';

/**
 * Finds files that look like chapters and are none; chapters whose files have no name to make an address of, or the address of another page; and a book
 * without its cover or closing, which the contents begin and end with.
 *
 * @param fixed addresses of the editors' pages
 * @param files paths of all files below `content/`, from the project's folder
 */
export function judgeChapterFiles(
  chapters: ProofChapter[],
  fixed: readonly string[],
  files: ReadonlySet<string>,
): Problem[] {
  const taken = new Map(fixed.map((address) => [address, 'a page of the editors']));
  const read = new Set(chapters.map(({ file }) => file));
  const ignored = [...files]
    .filter(
      (file) => !read.has(file) && /^content\/(?!article\/).*\.(mdx?|markdown|mdown|mkdn?|txt)$/i.test(file),
    )
    .filter((file) => file !== 'content/anchors.txt')
    .map((file) => ({
      file,
      rule: 'chapter-file-ignored',
      reason: `"${file.slice('content/'.length)}" is no file of a chapter, and no page would have it.`,
      remedy:
        'Call it content/chapters/NN-name.mdx, in lower case and in no other folder; or put it elsewhere.',
    }));
  const named = chapters.flatMap(({ file, address, data }): Problem[] => {
    if (data?.kind !== 'chapter') return [];
    if (!isChapterName(slugOf(file)) || !/\/\d+-/.test(file))
      return [
        {
          file,
          rule: 'chapter-name-malformed',
          reason: `"${file.replace(/^.*\//, '')}" gives no place in the book and no address.`,
          remedy:
            'Call the file NN-name.mdx: a number as long as the others, then lower-case ASCII words with hyphens between.',
        },
      ];
    const first = taken.get(address);
    if (first === undefined) taken.set(address, file);
    return first === undefined
      ? []
      : [
          {
            file,
            rule: 'chapter-address-taken',
            reason: `The address ${address} is that of ${first}.`,
            remedy: 'Give this file another name behind its number.',
          },
        ];
  });
  const problems = [...ignored, ...named];
  const kinds = chapters.map(({ data }) => data?.kind);
  // What cannot be read may be either.
  if (kinds.includes(undefined)) return problems;
  return [
    ...problems,
    ...(['cover', 'closing'] as const)
      .filter((kind) => kinds.filter((other) => other === kind).length !== 1)
      .map((kind) => ({
        file: 'content/chapters',
        rule: 'cover-or-closing-missing',
        reason: `The book has ${kinds.filter((other) => other === kind).length} files with kind: ${kind}.`,
        remedy: 'It needs one: the cover is its first page, and the closing stands at the end of it.',
      })),
  ];
}

/** Lower-case ASCII words with hyphens between. */
export function isChapterName(name: string): boolean {
  return /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name);
}
