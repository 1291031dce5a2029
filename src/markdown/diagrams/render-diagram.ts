import { cachedDiagram } from './cache.ts';
import { DrawingThread } from './drawing-thread.ts';
import type { DiagramRequest, RenderedDiagram } from './messages.ts';

export { DiagramError } from './diagram-error.ts';
export type { DiagramRequest, RenderedDiagram } from './messages.ts';

export interface RenderOptions {
  /** Folder for drawn diagrams; `<project>/.cache/diagrams` if not given. */
  cacheFolder?: string | undefined;
}

const thread = new DrawingThread();

/**
 * Draws a Mermaid diagram as one inline SVG that follows the site's theme: no style sheet, no style
 * attribute, no script, nothing loaded. Equal input gives equal bytes, on every machine.
 *
 * Mermaid runs in a worker thread that is started by the first diagram which is not in the cache, and
 * does not keep the process alive. Diagrams are drawn one after the other.
 *
 * All kinds of Mermaid 12 work, in Chinese too, with two exceptions of Mermaid's own grammars: `sankey`
 * takes no Chinese, `eventmodeling` none in names. Several others want it in double quotes, as the
 * fixtures in `tests/fixtures/diagrams/chinese` show.
 *
 * The page must style it with `src/styles/diagram.css`: without the resets there, labels are wider than
 * they were measured.
 *
 * @param request `title` and `description` are used where the source has no `accTitle` or `accDescr`
 * @throws DiagramError when the source is at fault, with line and column (1-based, within the source)
 */
export async function renderDiagram(
  request: DiagramRequest,
  options: RenderOptions = {},
): Promise<RenderedDiagram> {
  return cachedDiagram(request, (asked) => thread.draw(asked), options.cacheFolder);
}

/** Ends the worker when a build is over. Not needed for the process to exit; a later diagram starts it again. */
export async function endDiagrams(): Promise<void> {
  await thread.end();
}
