import { closest, distance } from 'fastest-levenshtein';

/** The words that a diagram may begin with, as Mermaid 12 documents them. */
export const KEYWORDS = [
  'flowchart',
  'graph',
  'sequenceDiagram',
  'classDiagram',
  'stateDiagram-v2',
  'stateDiagram',
  'erDiagram',
  'journey',
  'gantt',
  'pie',
  'quadrantChart',
  'requirementDiagram',
  'gitGraph',
  'C4Context',
  'C4Container',
  'C4Component',
  'C4Dynamic',
  'C4Deployment',
  'mindmap',
  'timeline',
  'sankey',
  'xychart',
  'block',
  'packet',
  'kanban',
  'architecture-beta',
  'radar-beta',
  'treemap-beta',
  'treeView-beta',
  'venn-beta',
  'ishikawa-beta',
  'wardley-beta',
  'cynefin-beta',
  'eventmodeling',
  'swimlane-beta',
  'usecase-beta',
  'railroad-beta',
  'railroad-ebnf-beta',
  'railroad-abnf-beta',
  'railroad-peg-beta',
];

/** Older versions had some with `-beta`, and none has newer. */
export function isKeyword(word: string): boolean {
  return KEYWORDS.some((keyword) => word.replace(/-beta$/, '') === keyword.replace(/-beta$/, ''));
}

/** Returns the keyword that a mistyped one probably meant; nothing when none is near. */
export function nearestKeyword(word: string): string | undefined {
  const written = word.toLowerCase();
  const nearest = closest(
    written,
    KEYWORDS.map((keyword) => keyword.toLowerCase()),
  );
  if (distance(written, nearest) > Math.max(2, nearest.length / 3)) return undefined;
  return KEYWORDS.find((keyword) => keyword.toLowerCase() === nearest);
}
