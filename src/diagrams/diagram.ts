/** A weight of the face that diagrams are measured in. */
export type FaceWeight = 400 | 600 | 700;

/**
 * Complete TrueType or WOFF2 files of the sans face that the page sets diagrams in: a subset would measure what it lacks
 * with another font than the page's.
 */
export type FontFiles = Readonly<Record<FaceWeight, string>>;

/** A colour of the page: a custom property that is one value in light and another in dark, both as `#rrggbb`. */
export interface PageColour {
  /** Without the dashes: `ink` is written as `var(--ink)`. */
  name: string;
  light: string;
  dark: string;
}

/**
 * The page's colours by what diagrams use them for. Authors may write the name of an accent as a class of a node
 * (`A:::zhu`), which then has a border of that colour.
 */
export type Palette = Readonly<Record<ColourRole, PageColour>>;

export type ColourRole =
  'background' | 'surface' | 'text' | 'mutedText' | 'line' | 'faintLine' | 'red' | 'blue' | 'green' | 'brown';

/** A diagram to draw, as plain data: a worker thread can be sent it. */
export interface DiagramRequest {
  /** Mermaid, as it stands between the fences. */
  source: string;
  /** Used where the source has no `accTitle`. */
  title?: string | undefined;
  /** Used where the source has no `accDescr`. */
  description?: string | undefined;
  /** Whether a drawing without words is described by what is in it; else it is refused. */
  isDescribed?: boolean | undefined;
  palette: Palette;
  fonts: FontFiles;
}

export interface Diagram {
  /** One `<svg>` element for use inside HTML. */
  svg: string;
  /** Mermaid's name of the kind, for example `flowchart-v2`. */
  kind: string;
  title: string;
  description: string;
  /** Natural size in CSS px. */
  width: number;
  height: number;
  /** Size of the smallest text in px, by which one can tell how far the diagram may be scaled down. */
  smallestText: number;
}

/** What comes of a request: a fault is data, since an error loses its class on the way out of a thread. */
export type DiagramResult = { diagram: Diagram } | { fault: DiagramFault };

type DiagramRule =
  | 'diagram-syntax'
  | 'diagram-unknown-type'
  | 'diagram-without-description'
  | 'diagram-unsafe-link'
  | 'diagram-script'
  | 'diagram-undrawable';

/** What is wrong with a diagram's source, and can be mended by its author. */
export interface DiagramFault {
  rule: DiagramRule;
  /** What is wrong, one English sentence. */
  reason: string;
  /** How to mend it, one English sentence. */
  remedy: string;
  /** 1-based, within the source. */
  line?: number | undefined;
  /** 1-based, within the line. */
  column?: number | undefined;
  /** Valid values near to the wrong one, best first. */
  candidates?: string[] | undefined;
}
