import { idOf } from '../../book/chapter-schema.ts';
import { once } from '../../book/once.ts';
import { knowChapter, readHtml } from '../../components/contents/read-chapter.ts';
import { cached } from '../file-cache.ts';
import { contentOf, renderText, withoutScripts } from './render-text.ts';
import { readFacts, readText, writeText, type Chapter } from './text-file.ts';

/** The module that Astro bundles for a chapter: what loads it, and what its components bring for the head. */
interface ChapterModule {
  default: {
    __astroPropagation: true;
    getMod: () => Promise<Chapter>;
    collectedStyles: readonly unknown[];
    collectedLinks: readonly unknown[];
    collectedScripts: readonly unknown[];
  };
}

/** A chapter, and where its text is kept. */
interface Place {
  /** Path of the chapter from the project's folder. */
  file: string;
  /** Path of its text. */
  kept: string;
  /** The project's folder. */
  root: string;
}

/**
 * Gives a chapter by its text, in place of the module.
 *
 * @returns what rejects when the text is not there any more
 */
export function giveText({ file, kept, root }: Place): () => Promise<ChapterModule> {
  const getMod = once(async (): Promise<Chapter> => {
    const bytes = await cached(kept, () =>
      Promise.reject(new Error(`${kept} was there when this build began, and is gone. Build again.`)),
    );
    const { headings, frontmatter, reading } = readFacts(bytes);
    knowChapter(idOf(file), reading);
    return {
      Content: contentOf(root, async () => readText(bytes)),
      getHeadings: () => headings,
      frontmatter,
    };
  });
  const nothing = { collectedStyles: [], collectedLinks: [], collectedScripts: [] };
  return async () => ({ default: { __astroPropagation: true, getMod, ...nothing } });
}

/**
 * Gives a chapter by its module, and keeps the text when a page asks for it; other pages of this build get it too.
 *
 * @param load loads the module
 */
export function keepText(
  { file, kept, root }: Place,
  load: () => Promise<ChapterModule>,
): () => Promise<ChapterModule> {
  return async () => {
    const { default: module } = await load();
    // A component with a style sheet of its own: only Astro knows how it comes onto a page.
    if (module.collectedStyles.length + module.collectedLinks.length + module.collectedScripts.length)
      return { default: module };
    return { default: { ...module, getMod: once(async () => keep(await module.getMod())) } };
  };

  function keep(chapter: Chapter): Chapter {
    let bytes: Promise<Buffer> | undefined;
    const Content = contentOf(root, async (...given) => {
      bytes ??= cached(kept, async () => {
        const text = await renderText(chapter.Content, root, ...given);
        const reading = readHtml(withoutScripts(text));
        knowChapter(idOf(file), reading);
        const { frontmatter } = chapter;
        return writeText(text, { reading, frontmatter, headings: chapter.getHeadings() });
      });
      return readText(await bytes);
    });
    return { ...chapter, Content };
  }
}
