import type { ThemeColours } from './theme-colours.ts';

/**
 * Rules for what Mermaid's variables do not reach. They go through Mermaid's `themeCSS`, are resolved
 * into attributes with the rest of its sheet, and never leave the build as CSS.
 *
 * Classes that authors may use (`A:::main`): the name of an accent gives a node's border its colour, and `main` that of
 * text.
 */
export function createHouseStyle({ accents, ...colours }: ThemeColours): string {
  const { background, surface, text, mutedText, line, faintLine, series, washes } = colours;
  const accent = (name: string, colour: string): string =>
    `.node.${name} > :is(rect, path, polygon, circle, ellipse) { stroke: ${colour} !important; }`;
  return `
    .node rect, .cluster rect, rect.actor, rect.note, rect.task, rect.basic { rx: 3px; ry: 3px; }
    .edgePath path, .flowchart-link, .relation, .transition, .messageLine0, .messageLine1 { stroke-width: 1px; }
    .edgeLabel .background, .edgeLabel rect { fill: ${background} !important; opacity: 1 !important; stroke: none; }
    .marker { stroke-width: 1px; }
    .node.main > :is(rect, path, polygon, circle, ellipse) { stroke: ${text} !important; stroke-width: 1.25px; }
    ${accents.map(({ name, colour }) => accent(name, colour)).join(' ')}
    .cluster rect { fill: ${surface}; stroke: ${faintLine}; }
    .usecase-element .label text { text-anchor: middle; }
    .grid .tick line { stroke: ${faintLine}; stroke-opacity: 1; }
    .grid .tick text { font-size: 13px; fill: ${mutedText}; }
    .grid path { stroke-width: 0; }
    [id$="sequencenumber"] circle { fill: ${text}; }
    .today { display: none; }
    .legend text, .pieTitleText { fill: ${text}; }
    .sectionTitle { fill: ${mutedText}; }
    .commit-label-bkg { opacity: 0; }
    .commit-bullets circle { stroke-width: 1px; }
    .arrow { stroke-width: 4px !important; }
    .commit-highlight-outer { fill: ${text} !important; stroke: ${text} !important; }
    text[font-size="4ex"] { font-size: 17px; }
    text.journey-section { fill: ${text}; }
    line[stroke-width="4"][stroke="black"] { stroke: ${line}; stroke-width: 1.5px; }
    .statediagram-cluster .cluster-label text { transform: translate(0px, 5px); }
    .statediagram-cluster .inner { fill: none; stroke: none; }
    .radarGraticule { fill: none; stroke: ${faintLine}; }
    .lineWrapper line, .task-line { stroke-width: 1px; stroke: ${line}; }
    ${series.map((colour, index) => `.radarCurve-${index}, .radarLegendBox-${index} { fill: ${colour}; stroke: ${colour}; stroke-width: 2px; fill-opacity: 0.08; }`).join('\n')}
    ${washes.map((colour, index) => `.label${index} { fill: ${colour}; } .branch-label${index} text { fill: ${text}; }`).join('\n')}
  `;
}
