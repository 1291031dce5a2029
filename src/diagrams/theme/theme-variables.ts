import type { ColourRole } from '../diagram.ts';
import type { ThemeColours } from './theme-colours.ts';

/** Mermaid's variables that are one of the page's colours. */
const PLAIN: Partial<Record<ColourRole, string>> = {
  background: `
    primaryColor mainBkg nodeBkg actorBkg stateBkg labelBackground edgeLabelBackground labelBackgroundColor
    relationLabelBackground labelBoxBkgColor compositeBackground compositeTitleBackground altSectionBkgColor
    excludeBkgColor personBkg requirementBackground rowOdd attributeBackgroundColorOdd pieStrokeColor
    usecaseBkg usecaseActorBkg tagLabelBackground commitLabelBackground quadrant2Fill quadrant4Fill`,
  surface: `
    secondaryColor tertiaryColor clusterBkg noteBkgColor rowEven altBackground attributeBackgroundColorEven
    activationBkgColor rectBkgColor sectionBkgColor sectionBkgColor2 doneTaskBkgColor usecaseBoundaryBkg
    errorBkgColor emSwimlaneBackgroundOdd quadrant1Fill quadrant3Fill`,
  text: `
    primaryTextColor secondaryTextColor tertiaryTextColor textColor titleColor nodeTextColor actorTextColor
    signalTextColor labelTextColor loopTextColor noteTextColor classText stateLabelColor
    transitionLabelColor scaleLabelColor taskTextColor taskTextOutsideColor taskTextLightColor
    taskTextDarkColor pieTitleTextColor pieSectionTextColor pieLegendTextColor vennTitleTextColor
    vennSetTextColor requirementTextColor relationLabelColor branchLabelColor tagLabelColor errorTextColor
    quadrantPointTextFill quadrantTitleFill`,
  mutedText: `
    quadrant1TextFill quadrant2TextFill quadrant3TextFill quadrant4TextFill commitLabelColor
    quadrantXAxisTextFill quadrantYAxisTextFill`,
  line: `
    lineColor arrowheadColor defaultLinkColor transitionColor signalColor primaryBorderColor
    secondaryBorderColor tertiaryBorderColor nodeBorder actorBorder actorLineColor labelBoxBorderColor
    activationBorderColor compositeBorder stateBorder personBorder requirementBorderColor relationColor
    specialStateColor innerEndBackground taskBorderColor doneTaskBorderColor
    quadrantInternalBorderStrokeFill quadrantExternalBorderStrokeFill archEdgeColor archEdgeArrowColor
    archGroupBorderColor tagLabelBorder emArrowhead emRelationStroke usecaseBorder usecaseActorBorder
    usecaseBoundaryBorder commitLineColor flowContainerStroke border2 noteBorderColor clusterBorder`,
  faintLine: `
    gridColor emSwimlaneBackgroundStroke pieOuterStrokeColor`,
  red: `
    critBorderColor todayLineColor vertLineColor quadrantPointFill wardleyEvolutionColor`,
  blue: `
    activeTaskBorderColor taskTextClickableColor`,
};

/**
 * Mermaid's theme variables in the house style. Both themes set the same names, so that the two
 * renderings have the same structure and can be walked in parallel.
 */
export function createThemeVariables(colours: ThemeColours): Record<string, unknown> {
  const { background, surface, text, mutedText, red, blue, green, brown, faintLine, line, series, washes } =
    colours;
  return {
    darkMode: colours.theme === 'dark',
    background,
    fontSize: '15px',
    ...plainColours(colours),
    sequenceNumberColor: background,
    critBkgColor: washes[3],
    activeTaskBkgColor: washes[0],
    taskBkgColor: background,
    faceColor: background,
    ...numbered('cScale', washes, 0, 12),
    ...numbered('cScalePeer', series, 0, 12),
    ...numbered('cScaleInv', series, 0, 12),
    ...numbered('cScaleLabel', [text], 0, 12),
    ...numbered('surface', washes, 0, 5),
    ...numbered('surfacePeer', series, 0, 5),
    ...numbered('fillType', washes, 0, 8),
    ...numbered('pie', washes, 1, 12),
    ...numbered('venn', series, 1, 8),
    ...numbered('actor', series, 0, 6),
    ...numbered('git', series, 0, 8),
    ...numbered('gitInv', [background], 0, 8),
    ...numbered('gitBranchLabel', [background], 0, 8),
    pieOpacity: '1',
    pieStrokeWidth: '2px',
    pieOuterStrokeWidth: '0',
    pieTitleTextSize: '17px',
    pieSectionTextSize: '15px',
    pieLegendTextSize: '15px',
    tagLabelFontSize: '13px',
    commitLabelFontSize: '13px',
    archEdgeWidth: '1',
    archGroupBorderWidth: '1px',
    useGradient: false,
    dropShadow: 'none',
    ...eventModelling(colours),
    radar: {
      axisColor: line,
      axisStrokeWidth: 1,
      axisLabelFontSize: 15,
      curveOpacity: 0.25,
      graticuleColor: line,
      graticuleOpacity: 0.15,
      legendFontSize: 15,
    },
    cynefin: {
      domainFontSize: 16,
      itemFontSize: 13,
      ...named(['boundaryColor', 'arrowColor'], line),
      boundaryWidth: 1,
      arrowWidth: 1,
      cliffColor: red,
      cliffWidth: 2,
      complexBg: washes[2],
      complicatedBg: washes[0],
      chaoticBg: washes[3],
      clearBg: washes[1],
      confusionBg: surface,
      textColor: text,
      labelColor: text,
    },
    wardley: {
      ...named(['backgroundColor', 'componentFill', 'annotationFill'], background),
      ...named(['axisColor', 'componentStroke', 'linkStroke', 'annotationStroke'], line),
      ...named(['axisTextColor', 'componentLabelColor', 'annotationTextColor'], text),
      gridColor: faintLine,
      evolutionStroke: red,
    },
    xyChart: {
      backgroundColor: background,
      ...named(['titleColor', 'legendTextColor', 'xAxisTitleColor', 'yAxisTitleColor'], text),
      // Stands on the bars.
      dataLabelColor: background,
      ...named(['xAxisLabelColor', 'yAxisLabelColor'], mutedText),
      ...named(['xAxisTickColor', 'xAxisLineColor', 'yAxisTickColor', 'yAxisLineColor'], line),
      plotColorPalette: [blue, brown, green, red, ...series.slice(4)].join(','),
    },
    packet: {
      ...named(['startByteColor', 'endByteColor'], mutedText),
      ...named(['labelColor', 'titleColor'], text),
      blockStrokeColor: line,
      blockFillColor: background,
      byteFontSize: '12px',
      labelFontSize: '14px',
      titleFontSize: '15px',
    },
    treemap: {
      sectionStrokeColor: line,
      sectionFillColor: surface,
      leafStrokeColor: line,
      leafFillColor: background,
      ...named(['labelColor', 'valueColor', 'titleColor'], text),
    },
    treeView: {
      labelColor: text,
      labelFontSize: '15px',
      lineColor: line,
      iconColor: mutedText,
      descriptionColor: mutedText,
      highlightBg: surface,
      highlightStroke: red,
    },
  };
}

function eventModelling({ background, line, washes, series }: ThemeColours): Record<string, unknown> {
  return {
    emUiFill: background,
    emUiStroke: line,
    emProcessorFill: washes[6],
    emProcessorStroke: series[6],
    emReadModelFill: washes[2],
    emReadModelStroke: series[2],
    emCommandFill: washes[0],
    emCommandStroke: series[0],
    emEventFill: washes[1],
    emEventStroke: series[1],
  };
}

function plainColours(colours: ThemeColours): Record<string, string> {
  return Object.assign(
    {},
    ...Object.entries(PLAIN).map(([role, names]) =>
      named(names.trim().split(/\s+/), colours[role as ColourRole]),
    ),
  ) as Record<string, string>;
}

function named(names: readonly string[], colour: string): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, colour]));
}

/** `cScale0`, `cScale1` … with the colours taken in turn. */
function numbered(
  prefix: string,
  colours: readonly string[],
  first: number,
  count: number,
): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `${prefix}${first + index}`,
      colours[index % colours.length] ?? '',
    ]),
  );
}
