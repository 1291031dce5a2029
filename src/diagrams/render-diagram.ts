import { cachedDiagram } from './cache.ts';
import { DrawingPool } from './drawing-pool.ts';
import type { DiagramRequest, RenderedDiagram } from './messages.ts';

export { DiagramError } from './diagram-error.ts';
export type { DiagramRequest, RenderedDiagram } from './messages.ts';

export interface RenderOptions {
  /** Folder for drawn diagrams; `<project>/.cache/diagrams` if not given. */
  cacheFolder?: string | undefined;
}

const pool = new DrawingPool();

/**
 * Draws a Mermaid diagram as one inline SVG that follows the site's theme: no style sheet, no style
 * attribute, no script, nothing loaded. Equal input gives equal bytes, on every machine.
 *
 * Mermaid runs in worker threads: one is started by the first diagram which is not in the cache, more when many
 * wait (see drawing-pool.ts). They do not keep the process alive.
 *
 * All kinds of Mermaid 12 work, in Chinese too, with two exceptions of Mermaid's own grammars: `sankey`
 * takes no Chinese, `eventmodeling` none in names. Several others want it in double quotes, as the
 * fixtures in `tests/fixtures/diagrams/chinese` show.
 *
 * The page must style it with `src/layouts/styles/diagram.css`: without the resets there, labels are wider than
 * they were measured.
 *
 * @param request `title` and `description` are used where the source has no `accTitle` or `accDescr`
 * @throws DiagramError when the source is at fault, with line and column (1-based, within the source)
 */
export async function renderDiagram(
  request: DiagramRequest,
  options: RenderOptions = {},
): Promise<RenderedDiagram> {
  return cachedDiagram(request, (asked) => pool.draw(asked), options.cacheFolder);
}

/** Ends the workers when a build is over. Not needed for the process to exit; a later diagram starts them again. */
export async function endDiagrams(): Promise<void> {
  await pool.end();
}
