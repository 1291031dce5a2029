import type { Palette } from './palette.ts';

/**
 * Mermaid's theme variables in the house style. Both themes set the same names, so that the two
 * renderings have the same structure and can be walked in parallel.
 */
export function createThemeVariables(palette: Palette): Record<string, unknown> {
  const { bg, bg2, ink, ink2, zhu, qing, lv, zhe, line, line2, series, washes } = palette;
  return {
    darkMode: palette.name === 'dark',
    background: bg,
    fontSize: '15px',
    ...named(['primaryColor', 'mainBkg', 'nodeBkg', 'actorBkg', 'stateBkg', 'labelBackground'], bg),
    ...named(
      ['edgeLabelBackground', 'labelBackgroundColor', 'relationLabelBackground', 'labelBoxBkgColor'],
      bg,
    ),
    ...named(
      ['compositeBackground', 'compositeTitleBackground', 'altSectionBkgColor', 'excludeBkgColor'],
      bg,
    ),
    ...named(
      ['personBkg', 'requirementBackground', 'rowOdd', 'attributeBackgroundColorOdd', 'pieStrokeColor'],
      bg,
    ),
    ...named(['usecaseBkg', 'usecaseActorBkg', 'tagLabelBackground', 'commitLabelBackground'], bg),
    ...named(
      ['secondaryColor', 'tertiaryColor', 'clusterBkg', 'noteBkgColor', 'rowEven', 'altBackground'],
      bg2,
    ),
    ...named(['attributeBackgroundColorEven', 'activationBkgColor', 'rectBkgColor', 'sectionBkgColor'], bg2),
    ...named(['sectionBkgColor2', 'doneTaskBkgColor', 'usecaseBoundaryBkg', 'errorBkgColor'], bg2),
    ...named(['emSwimlaneBackgroundOdd'], bg2),
    ...named(['primaryTextColor', 'secondaryTextColor', 'tertiaryTextColor', 'textColor', 'titleColor'], ink),
    ...named(['nodeTextColor', 'actorTextColor', 'signalTextColor', 'labelTextColor', 'loopTextColor'], ink),
    ...named(
      ['noteTextColor', 'classText', 'stateLabelColor', 'transitionLabelColor', 'scaleLabelColor'],
      ink,
    ),
    ...named(['taskTextColor', 'taskTextOutsideColor', 'taskTextLightColor', 'taskTextDarkColor'], ink),
    ...named(['pieTitleTextColor', 'pieSectionTextColor', 'pieLegendTextColor', 'vennTitleTextColor'], ink),
    ...named(['vennSetTextColor', 'requirementTextColor', 'relationLabelColor', 'branchLabelColor'], ink),
    ...named(['tagLabelColor', 'errorTextColor', 'quadrantPointTextFill', 'quadrantTitleFill'], ink),
    ...named(['quadrant1TextFill', 'quadrant2TextFill', 'quadrant3TextFill', 'quadrant4TextFill'], ink2),
    ...named(['commitLabelColor', 'quadrantXAxisTextFill', 'quadrantYAxisTextFill'], ink2),
    ...named(['lineColor', 'arrowheadColor', 'defaultLinkColor', 'transitionColor', 'signalColor'], line2),
    ...named(['primaryBorderColor', 'secondaryBorderColor', 'tertiaryBorderColor', 'nodeBorder'], line2),
    ...named(['actorBorder', 'actorLineColor', 'labelBoxBorderColor', 'activationBorderColor'], line2),
    ...named(
      ['compositeBorder', 'stateBorder', 'personBorder', 'requirementBorderColor', 'relationColor'],
      line2,
    ),
    ...named(['specialStateColor', 'innerEndBackground', 'taskBorderColor', 'doneTaskBorderColor'], line2),
    ...named(
      ['quadrantInternalBorderStrokeFill', 'quadrantExternalBorderStrokeFill', 'archEdgeColor'],
      line2,
    ),
    ...named(['archEdgeArrowColor', 'archGroupBorderColor', 'tagLabelBorder', 'emArrowhead'], line2),
    ...named(['emRelationStroke', 'usecaseBorder', 'usecaseActorBorder', 'usecaseBoundaryBorder'], line2),
    ...named(
      ['commitLineColor', 'flowContainerStroke', 'border2', 'noteBorderColor', 'clusterBorder'],
      line2,
    ),
    ...named(['gridColor', 'emSwimlaneBackgroundStroke', 'pieOuterStrokeColor'], line),
    ...named(['quadrant1Fill', 'quadrant3Fill'], bg2),
    ...named(['quadrant2Fill', 'quadrant4Fill'], bg),
    ...named(['critBorderColor', 'todayLineColor', 'vertLineColor', 'quadrantPointFill'], zhu),
    ...named(['wardleyEvolutionColor'], zhu),
    ...named(['activeTaskBorderColor', 'taskTextClickableColor'], qing),
    sequenceNumberColor: bg,
    critBkgColor: washes[3],
    activeTaskBkgColor: washes[0],
    taskBkgColor: bg,
    faceColor: bg,
    ...numbered('cScale', washes, 0, 12),
    ...numbered('cScalePeer', series, 0, 12),
    ...numbered('cScaleInv', series, 0, 12),
    ...numbered('cScaleLabel', [ink], 0, 12),
    ...numbered('surface', washes, 0, 5),
    ...numbered('surfacePeer', series, 0, 5),
    ...numbered('fillType', washes, 0, 8),
    ...numbered('pie', washes, 1, 12),
    ...numbered('venn', series, 1, 8),
    ...numbered('actor', series, 0, 6),
    ...numbered('git', series, 0, 8),
    ...numbered('gitInv', [bg], 0, 8),
    ...numbered('gitBranchLabel', [bg], 0, 8),
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
    ...eventModelling(palette),
    radar: {
      axisColor: line2,
      axisStrokeWidth: 1,
      axisLabelFontSize: 15,
      curveOpacity: 0.25,
      graticuleColor: line2,
      graticuleOpacity: 0.15,
      legendFontSize: 15,
    },
    cynefin: {
      domainFontSize: 16,
      itemFontSize: 13,
      ...named(['boundaryColor', 'arrowColor'], line2),
      boundaryWidth: 1,
      arrowWidth: 1,
      cliffColor: zhu,
      cliffWidth: 2,
      complexBg: washes[2],
      complicatedBg: washes[0],
      chaoticBg: washes[3],
      clearBg: washes[1],
      confusionBg: bg2,
      textColor: ink,
      labelColor: ink,
    },
    wardley: {
      ...named(['backgroundColor', 'componentFill', 'annotationFill'], bg),
      ...named(['axisColor', 'componentStroke', 'linkStroke', 'annotationStroke'], line2),
      ...named(['axisTextColor', 'componentLabelColor', 'annotationTextColor'], ink),
      gridColor: line,
      evolutionStroke: zhu,
    },
    xyChart: {
      backgroundColor: bg,
      ...named(['titleColor', 'legendTextColor', 'xAxisTitleColor', 'yAxisTitleColor'], ink),
      // Stands on the bars.
      dataLabelColor: bg,
      ...named(['xAxisLabelColor', 'yAxisLabelColor'], ink2),
      ...named(['xAxisTickColor', 'xAxisLineColor', 'yAxisTickColor', 'yAxisLineColor'], line2),
      plotColorPalette: [qing, zhe, lv, zhu, ...series.slice(4)].join(','),
    },
    packet: {
      ...named(['startByteColor', 'endByteColor'], ink2),
      ...named(['labelColor', 'titleColor'], ink),
      blockStrokeColor: line2,
      blockFillColor: bg,
      byteFontSize: '12px',
      labelFontSize: '14px',
      titleFontSize: '15px',
    },
    treemap: {
      sectionStrokeColor: line2,
      sectionFillColor: bg2,
      leafStrokeColor: line2,
      leafFillColor: bg,
      ...named(['labelColor', 'valueColor', 'titleColor'], ink),
    },
    treeView: {
      labelColor: ink,
      labelFontSize: '15px',
      lineColor: line2,
      iconColor: ink2,
      descriptionColor: ink2,
      highlightBg: bg2,
      highlightStroke: zhu,
    },
  };
}

function eventModelling({ bg, line2, washes, series }: Palette): Record<string, unknown> {
  return {
    emUiFill: bg,
    emUiStroke: line2,
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
