import { unified } from '@astrojs/markdown-remark';
import type { Root } from 'hast';
import type { VFile } from 'vfile';
import { VFileMessage } from 'vfile-message';
import { parseYaml } from '../build/parse-yaml.ts';
import type { ChapterContext } from './edition/faults.ts';
import type { Range } from './edition/remark-edition-ranges.ts';
import { pipeline, type PipelineOptions } from './pipeline.ts';

type Processor = ReturnType<typeof unified>;
type Renderer = Awaited<ReturnType<NonNullable<Processor['createMdxRenderer']>>>;

/** A chapter as Astro's bundler takes it: the code of its component, and what Astro knows of it. */
export type ChapterModule = Awaited<ReturnType<Renderer['process']>>;

/** A chapter after the pipeline: its tree, with JSX elements still in it, and what is wrong with it. */
export interface Compiled {
  /** Its addresses are root-relative. Undefined when the text could not be parsed at all. */
  tree: Root | undefined;
  /** Undefined when the text could not be parsed at all. */
  module: ChapterModule | undefined;
  messages: VFileMessage[];
  /** What the edition has put into the source, the frontmatter with it; all of it when it could not be parsed. */
  ranges: Range[];
  /** What plugins handed over: `annotations`, `citations`, `styles`, `formulaClasses`. */
  frontmatter: Record<string, unknown>;
}

/**
 * Returns a compiler that runs a chapter through the pipeline, Astro's own plugins included.
 *
 * @returns a function of the file's path, its text, frontmatter included, and what is known of the article in it
 */
export async function createCompiler(
  options: Omit<PipelineOptions, 'inspect' | 'faultsOf' | 'targetsOf'>,
): Promise<(path: string, text: string, context?: ChapterContext) => Promise<Compiled>> {
  const finished = new Map<string, Pick<Compiled, 'tree' | 'messages' | 'ranges'>>();
  const contexts = new Map<string, ChapterContext>();
  const faultsOf = (file: string) => contexts.get(file)?.faults ?? [];
  const targetsOf = (file: string) => contexts.get(file)?.targets ?? {};
  const inspect = () => (tree: Root, file: VFile) => {
    // Later plugins change the tree.
    finished.set(file.path, {
      tree: structuredClone(tree),
      messages: file.messages.splice(0),
      ranges: file.data.ranges ?? [],
    });
  };
  const renderer = await unified(pipeline({ ...options, faultsOf, targetsOf, inspect })).createMdxRenderer?.(
    { syntaxHighlight: false },
    // As in astro.config.mjs.
    { optimize: true, srcDir: new URL('../', import.meta.url) },
  );
  if (!renderer) throw new Error('@astrojs/markdown-remark gives no MDX renderer any more.');

  return async (path, text, context) => {
    const frontmatter = readFrontmatter(text);
    if (context) contexts.set(path, context);
    try {
      const module = await renderer.process(blankFrontmatter(text), path, frontmatter);
      const found = finished.get(path);
      // The frontmatter is the edition's.
      const ranges: Range[] = [[0, frontmatterBlock.exec(text)?.[0].length ?? 0], ...(found?.ranges ?? [])];
      return { messages: [], tree: undefined, ...found, ranges, module, frontmatter };
    } catch (error) {
      const message = error instanceof RangeError ? nestedTooDeep(text) : error;
      if (!(message instanceof VFileMessage)) throw error;
      return {
        tree: undefined,
        module: undefined,
        messages: [message],
        ranges: [[0, text.length]],
        frontmatter,
      };
    } finally {
      finished.delete(path);
      contexts.delete(path);
    }
  };
}

/** The stack is used up by what stands in each other; the line with the most opening marks is where, or near it. */
function nestedTooDeep(text: string): VFileMessage {
  const depths = text.split('\n').map((line) => line.match(/[>[({<*_]|^\s+|[-+] /g)?.join('').length ?? 0);
  const line = depths.indexOf(depths.reduce((most, depth) => Math.max(most, depth), 0)) + 1;
  return new VFileMessage('Something is nested too deep here to be read', { place: { line, column: 1 } });
}

const frontmatterBlock = /^---\n([\s\S]*?)\n---(?=\n|$)/;

/** What the frontmatter says; nothing when it is wrong, which the proofreading tells by itself. */
function readFrontmatter(text: string): Record<string, unknown> {
  const document = parseYaml(frontmatterBlock.exec(text)?.[1] ?? '');
  const said = document.errors.length ? undefined : (document.toJS() as unknown);
  return said !== null && typeof said === 'object' ? { ...said } : {};
}

/** Blanks the frontmatter out, as Astro does, so that lines and columns stay those of the file. */
function blankFrontmatter(text: string): string {
  const frontmatter = frontmatterBlock.exec(text)?.[0] ?? '';
  return frontmatter.replace(/[^\n]/g, ' ') + text.slice(frontmatter.length);
}
