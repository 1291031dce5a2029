import type { MermaidConfig } from 'mermaid';
import { SECTION_WIDTH } from '../source/amend-source.ts';
import { LONGEST_SOURCE } from '../source/refuse-undrawable.ts';
import { createHouseStyle } from './house-style.ts';
import type { ThemeColours } from './theme-colours.ts';
import { createThemeVariables } from './theme-variables.ts';

/**
 * Only a placeholder: all text is measured in Noto Sans SC, and the family is dropped from the output,
 * where the page's style sheet sets it.
 */
const FONT = 'sans-serif';

/** Diagrams of 540 connections are published. */
const MOST_EDGES = 2000;

/** Mermaid 12 gives these kinds a theme and a look of their own, which win over the general ones. */
const KINDS_WITH_OWN_LOOK = [
  'flowchart',
  'swimlane',
  'agentflow',
  'sequence',
  'class',
  'state',
  'er',
  'requirement',
  'usecase',
  'venn',
] as const;

/** The whole configuration of Mermaid for one theme.  */
export function createConfiguration(colours: ThemeColours): MermaidConfig {
  const own = Object.fromEntries(
    KINDS_WITH_OWN_LOOK.map((kind) => [kind, { theme: 'base', look: 'classic' }]),
  );
  const kinds = createKindConfigurations(colours);
  const merged = Object.fromEntries(
    [...new Set([...Object.keys(own), ...Object.keys(kinds)])].map((kind) => [
      kind,
      { ...own[kind], ...kinds[kind] },
    ]),
  );
  return {
    startOnLoad: false,
    securityLevel: 'strict',
    // No foreignObject, no style attributes, and text that needs no HTML layout.
    htmlLabels: false,
    deterministicIds: true,
    deterministicIDSeed: 'diagram',
    handDrawnSeed: 1,
    suppressErrorRendering: true,
    // Longer sources are refused as written; with what is carried in them they become longer.
    maxTextSize: 4 * LONGEST_SOURCE,
    maxEdges: MOST_EDGES,
    theme: 'base',
    look: 'classic',
    darkMode: colours.theme === 'dark',
    fontFamily: FONT,
    fontSize: 15,
    themeVariables: createThemeVariables(colours),
    themeCSS: createHouseStyle(colours),
    // Source may set a layout or a direction, not what the house style and safety hang on. Mermaid adds its own, and
    // copies the list thousands of times.
    secure: [
      'htmlLabels',
      'theme',
      'themeCSS',
      'fontFamily',
      'look',
      'deterministicIds',
      'deterministicIDSeed',
      'handDrawnSeed',
    ],
    ...merged,
  };
}

function createKindConfigurations(colours: ThemeColours): Record<string, Record<string, unknown>> {
  const { text, line, background, surface, series, washes } = colours;
  const fonts = (...names: string[]): Record<string, string> =>
    Object.fromEntries(names.map((name) => [`${name}FontFamily`, FONT]));
  return {
    flowchart: {
      minNodeWidth: 0,
      padding: 9,
      nodeSpacing: 24,
      rankSpacing: 30,
      wrappingWidth: 240,
      diagramPadding: 1,
    },
    state: { minNodeWidth: 0, nodeSpacing: 28, rankSpacing: 34 },
    usecase: { minNodeWidth: 0, ...fonts('actor', 'usecase'), actorFontSize: 14, usecaseFontSize: 14 },
    sequence: {
      ...fonts('actor', 'note', 'message'),
      actorFontSize: 15,
      noteFontSize: 14,
      messageFontSize: 14,
      height: 40,
      labelBoxHeight: 25,
      labelBoxWidth: 56,
      width: 110,
      actorMargin: 36,
      diagramMarginX: 1,
      diagramMarginY: 8,
      mirrorActors: false,
    },
    gantt: {
      fontSize: 14,
      sectionFontSize: 14,
      barHeight: 24,
      barGap: 6,
      leftPadding: SECTION_WIDTH,
      useWidth: 900,
    },
    journey: {
      ...fonts('task', 'title'),
      leftMargin: 100,
      width: 120,
      taskMargin: 16,
      titleColor: text,
      titleFontSize: '17px',
      actorColours: series,
      sectionFills: washes,
      sectionColours: [text],
    },
    timeline: { ...fonts('task'), sectionFills: washes, sectionColours: [text] },
    xyChart: {
      width: 640,
      height: 420,
      titleFontSize: 17,
      legendFontSize: 14,
      xAxis: { labelFontSize: 14, titleFontSize: 15, axisLineWidth: 1, tickWidth: 1 },
      yAxis: { labelFontSize: 14, titleFontSize: 15, axisLineWidth: 1, tickWidth: 1 },
    },
    quadrantChart: {
      titleFontSize: 17,
      pointLabelFontSize: 14,
      quadrantLabelFontSize: 15,
      xAxisLabelFontSize: 15,
      yAxisLabelFontSize: 15,
      quadrantExternalBorderStrokeWidth: 1,
    },
    er: { fontSize: 14, stroke: line, fill: background, nodeSpacing: 80, rankSpacing: 60 },
    requirement: { fontSize: 14, rect_fill: background, text_color: text, rect_border_color: line },
    architecture: { fontSize: 14, iconSize: 60 },
    sankey: { linkColor: 'gradient', labelStyle: 'outlined' },
    c4: {
      ...c4Colours(background, surface, line),
      ...fonts(...C4_SHAPES, 'boundary', 'message'),
      messageFontSize: 13,
    },
  };
}

const C4_SHAPES = [
  'person',
  'system',
  'system_db',
  'system_queue',
  'container',
  'container_db',
  'container_queue',
]
  .concat(['component', 'component_db', 'component_queue'])
  .flatMap((shape) => [shape, `external_${shape}`]);

function c4Colours(own: string, external: string, border: string): Record<string, string> {
  return Object.fromEntries(
    C4_SHAPES.flatMap((shape) => [
      [`${shape}_bg_color`, shape.startsWith('external_') ? external : own],
      [`${shape}_border_color`, border],
    ]),
  );
}
