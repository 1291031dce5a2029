import book from 'virtual:book';
import type { Annotation, Chapter } from './model.ts';

/** The chapters that have a page of their own, in order. */
export function listChapters(): Chapter[] {
  return book.chapters.filter(({ kind }) => kind === 'chapter');
}

/**
 * Returns one of the two parts of the cover: what stands before the list of contents, or what closes the book.
 *
 * @throws Error when the book has none
 */
export function findPart(kind: 'cover' | 'closing'): Chapter {
  const part = book.chapters.find((chapter) => chapter.kind === kind);
  if (!part) throw new Error(`content/chapters needs one file with kind: ${kind}.`);
  return part;
}

/** Returns an annotation by its id, which no other in the book has. */
export function findAnnotation(id: string): Annotation | undefined {
  for (const { annotations } of book.chapters) {
    const annotation = annotations.find((one) => one.id === id);
    if (annotation) return annotation;
  }
  return undefined;
}

export { book };
