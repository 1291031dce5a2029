import type { Config, DOMPurify } from 'dompurify';
import type { DOMWindow } from 'jsdom';
import { marked } from 'marked';
import type { Mermaid, RenderResult } from 'mermaid';
import type { FontFiles } from '../diagram.ts';
import { withReplaced } from '../dom/with-replaced.ts';
import { createWindow } from '../dom/window.ts';
import { createLayout, type Layout } from '../layout/layout.ts';
import { createConfiguration } from '../theme/configuration.ts';
import type { ThemeColours } from '../theme/theme-colours.ts';
import { amendSource } from '../source/amend-source.ts';
import { allowBreaks } from '../text/allow-breaks.ts';
import { encodeMarkup } from '../text/encode-markup.ts';
import { plainLexer } from '../text/markdown.ts';
import { protect } from '../text/private-use.ts';
import { restoreText } from '../text/restore-text.ts';
import { explainFailure, syntaxFault } from './explain-failure.ts';
import { findWrongStatement } from './failed-statement.ts';
import { ChineseSegmenter } from './line-breaking.ts';
import { createSeededRandom } from './seeded-random.ts';
import { UtcDate } from './utc-date.ts';

/** The same in every rendering: Mermaid derives ids, and some layouts their order, from it. */
const ID = 'diagram';

const BRACKET = /<(?!br\s*\/?>)|(?<!<br\s*\/?)>/gi;

/** Mermaid with the browser that it asks for. One in a thread: Mermaid's state, and the globals that it reads, are global. */
export class Renderer {
  layout: Layout;
  readonly #window: DOMWindow;
  readonly #globals: Record<string, unknown>;
  #mermaid: Mermaid | undefined;
  /** What Mermaid was last configured for: to do it anew takes a tenth of a diagram's time. */
  #configured: string | undefined;

  constructor(fonts: FontFiles) {
    this.layout = createLayout(fonts);
    const { window, globals } = createWindow(() => this.layout);
    this.#window = window;
    this.#globals = globals;
  }

  /**
   * Lets Mermaid draw in one theme.
   *
   * @throws DiagramError for faults of the source
   */
  async render(source: string, colours: ThemeColours): Promise<{ svg: Element; kind: string }> {
    const holder = this.#window.document.createElement('div');
    const encoded = encodeMarkup(amendSource(source), (entity) => {
      holder.innerHTML = entity;
      return holder.textContent;
    });
    const wrong = findWrongStatement(source);
    if (wrong) throw syntaxFault(wrong, source);
    this.#window.document.body.replaceChildren();
    const { svg, diagramType } = await withReplaced(
      [
        [globalThis, { ...this.#globals, Date: UtcDate }],
        [Math, { random: createSeededRandom() }],
        [Intl, { Segmenter: ChineseSegmenter }],
        [marked, { lexer: plainLexer(marked.lexer.bind(marked)) }],
      ],
      async () => {
        // Not before: Mermaid looks for a document while it loads.
        const mermaid = (this.#mermaid ??= (await import('mermaid')).default);
        const { default: purifier } = await import('dompurify');
        const draw = (text: string): Promise<RenderResult> => {
          this.#configure(mermaid, colours);
          return withReplaced([[purifier, { sanitize: escapeBrackets(purifier) }]], () =>
            mermaid.render(ID, text),
          );
        };
        try {
          return await draw(allowBreaks(encoded.text));
        } catch {
          this.#configured = undefined;
        }
        try {
          // As written: what it carries may stand where a grammar takes none, and an error has its place.
          return await draw(source);
        } catch (error) {
          this.#configured = undefined;
          throw explainFailure(error, source);
        }
      },
    );
    holder.innerHTML = svg;
    const drawing = holder.firstElementChild;
    if (!drawing) throw new Error('Mermaid drew nothing.');
    restoreText(drawing, encoded.links);
    return { svg: drawing, kind: diagramType };
  }

  #configure(mermaid: Mermaid, colours: ThemeColours): void {
    const wanted = JSON.stringify(colours);
    if (this.#configured !== wanted) mermaid.initialize(createConfiguration(colours));
    this.#configured = wanted;
  }
}

/**
 * Returns a `sanitize` that keeps `<` and `>` in labels. They are no markup there, as they are never put in as HTML;
 * icons and the whole drawing are sanitized as ever.
 */
function escapeBrackets(purifier: DOMPurify): DOMPurify['sanitize'] {
  const sanitize = purifier.sanitize.bind(purifier);
  return ((dirty: string, options?: Config) =>
    options?.ADD_TAGS || dirty.startsWith('<svg')
      ? sanitize(dirty, options)
      : dirty.replace(BRACKET, protect)) as DOMPurify['sanitize'];
}
