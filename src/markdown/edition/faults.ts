import type { Targets } from '../links/rehype-targets.ts';

/** A fault of the article's own, at its place in the chapter: 1-based. It is published, and marked. */
export interface Fault {
  rule: string;
  line: number;
  column: number;
}

/** What is known of the article's text in a chapter beside its source. */
export interface ChapterContext {
  /** Its own faults, as far as they were found when it was read before. */
  faults: readonly Fault[];
  targets: Targets;
}

/** What a reader is told of it, in Chinese, by how its rule begins. */
const words: [rule: RegExp, said: string][] = [
  [/^diagram-(?!without-description)/, '此图无法绘出，照录其源码'],
  [/^formula-/, '此公式无法排出，照录其写法'],
  [/^listing-/, '代码的语言名不可识别'],
  [/^link-/, '此链接无处可去，照录其地址'],
  [/^image-(remote|missing)/, '此图不在本站，照录其地址'],
  [/^html-refused/, '此段不能在网页上运行，照录其源码'],
  [/^title-in-body/, '此为原文的一级标题'],
  [/^footnote-/, '正文没有引用这条脚注'],
];

/** Rules by which something is shown otherwise, without a mark. */
const undescribed = /-without-description$/;

/** Rules that the article may break without a reader's noticing. */
const harmless = /^(?:character-lost|html-attribute|unknown-component|unread-.*)$/;

/** Returns what a reader is told of a fault of this rule; undefined where there is nothing to tell. */
export function describeFault(rule: string): string | undefined {
  return words.find(([pattern]) => pattern.test(rule))?.[1];
}

/** Is what breaks this rule shown otherwise than it would be without the fault? */
export function isShownOtherwise(rule: string): boolean {
  return undescribed.test(rule) || describeFault(rule) !== undefined;
}

/** May a page be published although the article breaks this rule? */
export function isPublishable(rule: string): boolean {
  return harmless.test(rule) || isShownOtherwise(rule);
}
