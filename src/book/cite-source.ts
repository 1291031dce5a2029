import type { Reference } from './reference-schema.ts';

/** What GB/T 7714—2015 calls each kind of source. Videos and laws are of its last kind, 其他. */
const marks: Record<Reference['kind'], string> = {
  paper: 'J',
  proceedings: 'C',
  book: 'M',
  thesis: 'D',
  web: 'EB',
  news: 'N',
  report: 'R',
  code: 'CP',
  data: 'DS',
  video: 'Z',
  law: 'Z',
  post: 'EB',
};

/**
 * The letters that say of what type a source is. A preprint is no paper of a journal: the standard has no
 * letters for it, and takes it for a publication on the net.
 */
export function documentType({ kind, container }: Pick<Reference, 'kind' | 'container'>): string {
  return kind === 'paper' && /^(arXiv|SSRN|OpenReview)\b/.test(container ?? '') ? 'EB' : marks[kind];
}

/** A journal, a book, a thesis has a year; what stands on the net, the day on which it was put there. */
export function formatAccess(date: string, mark: string): string {
  if (mark === 'N') return date;
  return /^[JCMD]$/.test(mark) ? date.slice(0, 4) : `(${date})`;
}
