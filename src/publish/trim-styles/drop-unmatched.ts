import { atRule, type AtRule, type ChildNode, type Container, type Root, type Rule } from 'postcss';
import { absoluteSelector } from '../css/absolute-selector.ts';

/** Says of every selector of a list whether anything may match it; throws when it is no list. */
type Judge = (list: string) => boolean[];

/** At-rules that only hold rules, and mean nothing without any. */
const groups = /^(media|supports|container|scope|starting-style)$/i;

/**
 * Takes out of a style sheet the rules that nothing may match, and the groups that are then empty. What is
 * not understood stays.
 */
export function dropUnmatched(sheet: Root, judge: Judge): void {
  dropIn(sheet, judge);
}

function dropIn(container: Container<ChildNode>, judge: Judge): void {
  for (const node of [...(container.nodes ?? [])])
    if (node.type === 'rule') dropRule(node, judge);
    else if (node.type === 'atrule' && node.nodes && !/keyframes$|^(page|font-face)/i.test(node.name)) {
      dropIn(node as Container<ChildNode>, judge);
      if (!node.nodes.length) dropGroup(node);
    }
}

function dropGroup(group: AtRule): void {
  if (groups.test(group.name)) group.remove();
  // The first mention of a layer decides its place among the others.
  else if (group.name === 'layer' && group.params)
    group.replaceWith(atRule({ name: 'layer', params: group.params, raws: { before: '' } }));
}

function dropRule(rule: Rule, judge: Judge): void {
  // Those in it are asked with its whole selector, before it is shortened.
  const may = judged(absoluteSelector(rule), judge);
  dropIn(rule, judge);
  if (!rule.nodes.some(({ type }) => type !== 'comment')) rule.remove();
  else if (holdsRules(rule)) return;
  else if (!may.includes(true)) rule.remove();
  else if (may.length === rule.selectors.length) {
    const left = rule.selectors.filter((selector, index) => may[index] || !isPlain(selector));
    if (left.length < rule.selectors.length) rule.selectors = left;
  }
}

function holdsRules(rule: Rule): boolean {
  let found = false;
  rule.walkRules(() => void (found = true));
  return found;
}

function judged(list: string, judge: Judge): boolean[] {
  try {
    return judge(list);
  } catch {
    return [true];
  }
}

/** One selector that a browser does not know makes it drop the rule: it cannot be left out of the list. */
function isPlain(selector: string): boolean {
  return !selector.includes(':');
}
