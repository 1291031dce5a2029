import type { DOMWindow } from 'jsdom';
import type { Mermaid } from 'mermaid';
import type { FontFiles } from '../diagram.ts';
import { withReplaced } from '../dom/with-replaced.ts';
import { createWindow } from '../dom/window.ts';
import { createLayout, type Layout } from '../layout/layout.ts';
import { createConfiguration } from '../theme/configuration.ts';
import type { ThemeColours } from '../theme/theme-colours.ts';
import { explainFailure } from './explain-failure.ts';
import { ChineseSegmenter } from './line-breaking.ts';
import { createSeededRandom } from './seeded-random.ts';
import { UtcDate } from './utc-date.ts';

/** The same in every rendering: Mermaid derives ids, and some layouts their order, from it. */
const ID = 'diagram';

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
    const { document } = this.#window;
    const holder = document.createElement('div');
    document.body.replaceChildren();
    const kind = await withReplaced(
      [
        [globalThis, { ...this.#globals, Date: UtcDate }],
        [Math, { random: createSeededRandom() }],
        [Intl, { Segmenter: ChineseSegmenter }],
      ],
      async () => {
        // Not before: Mermaid looks for a document while it loads.
        this.#mermaid ??= (await import('mermaid')).default;
        this.#configure(this.#mermaid, colours);
        try {
          const { svg, diagramType } = await this.#mermaid.render(ID, source);
          holder.innerHTML = svg;
          return diagramType;
        } catch (error) {
          this.#configured = undefined;
          throw explainFailure(error, source);
        }
      },
    );
    const svg = holder.firstElementChild;
    if (!svg) throw new Error('Mermaid drew nothing.');
    return { svg, kind };
  }

  #configure(mermaid: Mermaid, colours: ThemeColours): void {
    const wanted = JSON.stringify(colours);
    if (this.#configured !== wanted) mermaid.initialize(createConfiguration(colours));
    this.#configured = wanted;
  }
}
