import type { Palette } from './palette.ts';

/**
 * Rules for what Mermaid's variables do not reach. They go through Mermaid's `themeCSS`, are resolved
 * into attributes with the rest of its sheet, and never leave the build as CSS.
 *
 * Classes that authors may use (`A:::zhu`): the pigments `zhu qing lv zhe` colour a node's border, and
 * `main` draws it in ink.
 */
export function createHouseStyle(palette: Palette): string {
  const { bg, bg2, ink, ink2, line, line2, zhu, qing, lv, zhe, series, washes } = palette;
  const pigment = (name: string, colour: string): string =>
    `.node.${name} > :is(rect, path, polygon, circle, ellipse) { stroke: ${colour} !important; }`;
  return `
    .node rect, .cluster rect, rect.actor, rect.note, rect.task, rect.basic { rx: 3px; ry: 3px; }
    .edgePath path, .flowchart-link, .relation, .transition, .messageLine0, .messageLine1 { stroke-width: 1px; }
    .edgeLabel .background, .edgeLabel rect { fill: ${bg} !important; opacity: 1 !important; stroke: none; }
    .marker { stroke-width: 1px; }
    .node.main > :is(rect, path, polygon, circle, ellipse) { stroke: ${ink} !important; stroke-width: 1.25px; }
    ${pigment('zhu', zhu)} ${pigment('qing', qing)} ${pigment('lv', lv)} ${pigment('zhe', zhe)}
    .cluster rect { fill: ${bg2}; stroke: ${line}; }
    .usecase-element .label text { text-anchor: middle; }
    .grid .tick line { stroke: ${line}; stroke-opacity: 1; }
    .grid .tick text { font-size: 13px; fill: ${ink2}; }
    .grid path { stroke-width: 0; }
    .today { display: none; }
    .legend text, .pieTitleText { fill: ${ink}; }
    .sectionTitle { fill: ${ink2}; }
    .commit-label-bkg { opacity: 0; }
    .commit-bullets circle { stroke-width: 1px; }
    .arrow { stroke-width: 4px !important; }
    .commit-highlight-outer { fill: ${ink} !important; stroke: ${ink} !important; }
    text[font-size="4ex"] { font-size: 17px; }
    text.journey-section { fill: ${ink}; }
    line[stroke-width="4"][stroke="black"] { stroke: ${line2}; stroke-width: 1.5px; }
    .statediagram-cluster .cluster-label text { transform: translate(0px, 5px); }
    .statediagram-cluster .inner { fill: none; stroke: none; }
    .radarGraticule { fill: none; stroke: ${line}; }
    .lineWrapper line, .task-line { stroke-width: 1px; stroke: ${line2}; }
    ${series.map((colour, index) => `.radarCurve-${index}, .radarLegendBox-${index} { fill: ${colour}; stroke: ${colour}; stroke-width: 2px; fill-opacity: 0.08; }`).join('\n')}
    ${washes.map((colour, index) => `.label${index} { fill: ${colour}; } .branch-label${index} text { fill: ${ink}; }`).join('\n')}
  `;
}
