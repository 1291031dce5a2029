import type { DiagramFault } from './diagram-error.ts';

/** A diagram to draw. */
export interface DiagramRequest {
  /** Mermaid, as it stands between the fences. */
  source: string;
  /** Used where the source has no `accTitle`. */
  title?: string | undefined;
  /** Used where the source has no `accDescr`. */
  description?: string | undefined;
}

export interface RenderedDiagram {
  /** One `<svg>` element for use inside HTML. */
  svg: string;
  /** Mermaid's name of the kind, for example `flowchart-v2`. */
  kind: string;
  title: string;
  description: string;
  /** Natural size in CSS px. */
  width: number;
  height: number;
}

/** What the main thread asks of a worker. */
export interface Job extends DiagramRequest {
  id: number;
}

/** What a worker answers: that it takes up a job, and then exactly one outcome. */
export type Answer =
  | { id: number; type: 'started' }
  | { id: number; type: 'drawn'; diagram: RenderedDiagram }
  | { id: number; type: 'faulty'; fault: DiagramFault }
  | { id: number; type: 'failed'; message: string };
