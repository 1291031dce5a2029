import { unified } from '@astrojs/markdown-remark';
import type { Root } from 'hast';
import type { VFile } from 'vfile';
import { VFileMessage } from 'vfile-message';
import type { ModuleShelf } from './keep-modules.ts';
import { parseYaml } from '../build/parse-yaml.ts';
import { pipeline, type PipelineOptions } from './pipeline.ts';

/** A chapter after the pipeline: its tree, with JSX elements still in it, and what is wrong with it. */
export interface Compiled {
  /** Undefined when the text could not be parsed at all. */
  tree: Root | undefined;
  messages: VFileMessage[];
  /** What plugins handed to the page: `styles`, `formulaClasses`. */
  frontmatter: Record<string, unknown>;
}

/**
 * Makes a compiler that runs a chapter through the very pipeline of the build, Astro's own plugins
 * included, and keeps the tree instead of the page.
 *
 * @param base path that the site stands under
 * @param terms terms of the glossary
 * @param shelf where Astro looks for the module of a chapter: it is put there, and Astro need not compile it again
 * @returns a function of the file's path and its text, frontmatter included
 */
export async function createCompiler(
  base = '/',
  terms: PipelineOptions['terms'] = [],
  shelf?: ModuleShelf,
): Promise<(path: string, text: string) => Promise<Compiled>> {
  const finished = new Map<string, Pick<Compiled, 'tree' | 'messages'>>();
  const keep = () => (tree: Root, file: VFile) => {
    // Astro's plugins change the tree after this.
    finished.set(file.path, { tree: structuredClone(tree), messages: file.messages.splice(0) });
  };
  const renderer = await unified(pipeline({ base, terms, last: keep })).createMdxRenderer?.(
    { syntaxHighlight: false },
    // As in astro.config.mjs.
    { optimize: true, srcDir: new URL('../', import.meta.url) },
  );
  if (!renderer) throw new Error('@astrojs/markdown-remark gives no MDX renderer any more.');

  return async (path, text) => {
    const frontmatter = readFrontmatter(text);
    const content = blankFrontmatter(text);
    const place = shelf?.placeOf(path, content, frontmatter);
    let module;
    try {
      module = await renderer.process(content, path, frontmatter);
    } catch (error) {
      const message = error instanceof RangeError ? nestedTooDeep(text) : error;
      if (!(message instanceof VFileMessage)) throw error;
      return { tree: undefined, messages: [message], frontmatter };
    }
    const { tree, messages = [] } = finished.get(path) ?? {};
    finished.delete(path);
    // What something is wrong with is not built.
    if (shelf && place !== undefined && !messages.length) await shelf.keep(place, () => module);
    return { tree, messages, frontmatter };
  };
}

/** The stack is used up by what stands in each other; the line with the most opening marks is where, or near it. */
function nestedTooDeep(text: string): VFileMessage {
  const depths = text.split('\n').map((line) => line.match(/[>[({<*_]|^\s+|[-+] /g)?.join('').length ?? 0);
  const line = depths.indexOf(depths.reduce((most, depth) => Math.max(most, depth), 0)) + 1;
  return new VFileMessage('Something is nested too deep here to be read', { place: { line, column: 1 } });
}

const frontmatterBlock = /^---\r?\n([\s\S]*?)\r?\n---(?=\r?\n|$)/;

/** What the frontmatter says; nothing when it is wrong, which the proofreading tells by itself. */
function readFrontmatter(text: string): Record<string, unknown> {
  const document = parseYaml(frontmatterBlock.exec(text)?.[1] ?? '');
  const said = document.errors.length ? undefined : (document.toJS() as unknown);
  return said !== null && typeof said === 'object' ? { ...said } : {};
}

/** Blanks the frontmatter out, as Astro does, so that lines and columns stay those of the file. */
function blankFrontmatter(text: string): string {
  const frontmatter = frontmatterBlock.exec(text)?.[0] ?? '';
  return frontmatter.replace(/[^\r\n]/g, ' ') + text.slice(frontmatter.length);
}
