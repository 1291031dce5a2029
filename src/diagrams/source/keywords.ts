import { nearest } from '../../build/nearest.ts';

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
  'swimlanes',
  'usecase',
  'railroad-beta',
  'railroad-ebnf-beta',
  'railroad-abnf-beta',
  'railroad-peg-beta',
];

/** Keywords near to a mistyped one, nearest first, at most three; none when nothing is near. */
export function nearestKeywords(word: string): string[] {
  return nearest(word, KEYWORDS);
}
