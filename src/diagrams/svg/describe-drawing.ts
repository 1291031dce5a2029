/** What kinds are called in Chinese, by Mermaid's names without version and `-beta`. */
const KINDS: Record<string, string> = {
  flowchart: '流程图',
  swimlane: '泳道图',
  sequence: '时序图',
  class: '类图',
  classDiagram: '类图',
  state: '状态图',
  stateDiagram: '状态图',
  er: '实体关系图',
  journey: '用户旅程图',
  gantt: '甘特图',
  pie: '饼图',
  quadrantChart: '象限图',
  requirement: '需求图',
  gitGraph: '分支图',
  c4: '架构图',
  mindmap: '思维导图',
  timeline: '时间线',
  sankey: '桑基图',
  xychart: '统计图',
  block: '框图',
  packet: '报文结构图',
  kanban: '看板',
  architecture: '架构图',
  radar: '雷达图',
  treemap: '矩形树图',
  treeView: '目录树',
  venn: '韦恩图',
  ishikawa: '鱼骨图',
};

/** Words that a drawing is named by where nobody has written any. They say themselves that they are made. */
export interface DrawingText {
  title: string;
  description: string;
}

/**
 * Describes a drawing that still has Mermaid's classes: what it is, how much is in it, and every label in the order in
 * which they stand in it.
 */
export function describeDrawing(svg: Element, kind: string): DrawingText {
  const title = KINDS[kind.replace(/-?v\d+$|-beta$/, '')] ?? '图';
  const labels = [...svg.querySelectorAll('text')].map(textOf).filter(Boolean);
  const counts = [
    [svg.querySelectorAll('.node').length, '个节点'],
    [svg.querySelectorAll('[marker-end], [marker-start]').length, '条连线'],
  ].flatMap(([count, unit]) => (count ? `${count}${unit}` : []));
  const range = labels.length > 1 ? [`自“${labels[0] ?? ''}”至“${labels.at(-1) ?? ''}”`] : [];
  const facts = [title, ...counts, ...range].join('，');
  return { title, description: `（此说明由程序据图生成）${facts}。图中文字：${labels.join('；')}。` };
}

/** Lines of a label are apart in the drawing, and one text in it. */
function textOf(text: Element): string {
  return text.textContent.replace(/\s+/g, ' ').trim();
}
