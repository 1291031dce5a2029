import { decodeAddress } from '../../build/decode-address.ts';
import { nearest } from '../../build/nearest.ts';
import { at, type Problem } from '../../build/problem.ts';
import type { ProofChapter } from '../reading/read-chapter.ts';

/** The pages of the book and the ids on each: `/maths/` → {model, derivation, …}; undefined while nobody knows them. */
export type Pages = ReadonlyMap<string, ReadonlySet<string> | undefined>;

/**
 * Finds links of chapters that lead nowhere.
 *
 * @param chapters the chapters
 * @param pages every page that there will be, with its ids
 * @param files addresses of files that are published as they are: `/data/prices.csv`
 */
export function judgeLinks(chapters: ProofChapter[], pages: Pages, files: ReadonlySet<string>): Problem[] {
  return chapters.flatMap(({ file, address, inventory }) =>
    (inventory?.links ?? []).flatMap(({ value, point }) => {
      const said = judgeLink(value, address, pages, files);
      return said ? [{ file, ...at(point), ...said }] : [];
    }),
  );
}

type Said = Pick<Problem, 'rule' | 'reason' | 'remedy' | 'candidates'>;

/**
 * Says what is wrong with a link; undefined when nothing is.
 *
 * @param link as written
 * @param address of the page that it stands on
 * @param pages what the book has
 * @param files what `public` holds, from the root of the site
 */
export function judgeLink(
  link: string,
  address: string,
  pages: Pages,
  files: ReadonlySet<string>,
): Said | undefined {
  if (/^(https?:)?\/\/|^mailto:/.test(link)) return undefined;
  const [path = '', fragment] = decodeAddress(link).split('#', 2);
  const wanted = path === '' ? address : path;
  if (
    /^(?:www\.|[a-z\d-]+(?:\.[a-z\d-]+)*\.(?:com|cn|org|net|io|ai|edu|gov|dev|app|co|me|info|xyz|top)(?:[/:?]|$))/i.test(
      wanted,
    )
  ) {
    return {
      rule: 'link-without-protocol',
      reason: `The link "${decodeAddress(link)}" has no protocol, and would lead to a page of this site.`,
      remedy: `Write https://${link}.`,
    };
  }
  if (!wanted.startsWith('/')) {
    return {
      rule: 'link-relative',
      reason: `The link "${decodeAddress(link)}" is relative, and would break when the chapter is joined with others or moved.`,
      remedy: 'Begin it with /, as seen from the root of the site.',
      candidates: nearest(`/${wanted.replace(/^\.+\//, '')}`, pages.keys()),
    };
  }
  // A place in a PDF, a version: nobody can tell whether the file has it.
  if (files.has(wanted.replace(/\?.*/s, ''))) return undefined;
  if (!pages.has(wanted)) {
    return {
      rule: 'link-to-no-page',
      reason: `The link "${decodeAddress(link)}" leads to a page that does not exist.`,
      remedy: 'Correct the address; pages end in a slash.',
      candidates: nearest(wanted, [...pages.keys(), ...files]),
    };
  }
  const ids = pages.get(wanted);
  if (!ids || fragment === undefined || fragment === '' || ids.has(fragment)) return undefined;
  return {
    rule: 'link-to-no-section',
    reason: `The link "${decodeAddress(link)}" leads to an id that ${path === '' ? 'this page' : wanted} does not have.`,
    remedy: 'Correct what follows #.',
    candidates: [...candidates(fragment, wanted, path === '', pages)],
  };
}

/** Ids like it on the page itself, else on other pages. */
function candidates(fragment: string, wanted: string, same: boolean, pages: Pages): string[] {
  const here = nearest(fragment, pages.get(wanted) ?? []);
  if (here.length) return here.map((id) => `${same ? '' : wanted}#${id}`);
  return [...pages]
    .flatMap(([page, ids]) => nearest(fragment, ids ?? [], 1).map((id) => `${page}#${id}`))
    .slice(0, 3);
}
