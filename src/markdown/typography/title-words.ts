const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Names that the segmenter takes apart. */
const names = ['贾扬清', '其人', '开放权重'];

/** Single characters that are words by themselves. */
const functionWords = new Set('与和的或及在是');

/** Single characters that belong to the word behind them: 预处理, 源代码, 有哪些. Others belong to the word before. */
const prefixes = new Set('预源大有优多非前反');

/** Longest phrase that stays whole, in characters: so many of 32 px fit on a line of the smallest phone. */
const longestWhole = 6;

/** Marks that must not begin a line, and marks that must not end one. */
const closing = /^[\s，。、；：？！）》”’…—·～-]/u;
const opening = /[（《“‘—·-]$/u;

/** A number with its unit, and what of a date goes on: 2019年 with 3月. */
const unit = /^[年月日]/u;
const openDate = /\d[年月]$/u;

/**
 * Cuts a Chinese title, or the head of a row, where a line may be broken: at the ends of its phrases, and between the words of long
 * ones.
 *
 *     总结：未来发展趋势与挑战   →   ['总结：', '未来', '发展', '趋势', '与', '挑战']
 *     模型泛化与解释性           →   ['模型', '泛化', '与', '解释性']
 *     数学模型构建               →   ['数学模型构建']
 *     2013年12月～2016年2月      →   ['2013年12月～', '2016年2月']
 *
 * The segmenter of ICU, which JavaScript brings, splits off single characters; they are put back by the rules
 * above.
 *
 * @param title plain text
 * @returns its parts, which make the title again when joined
 */
export function titleWords(title: string): readonly string[] {
  const words = known.get(title) ?? cutTitle(title);
  known.set(title, words);
  return words;
}

/** In a large book each title stands in the contents beside dozens of pages. */
const known = new Map<string, readonly string[]>();

function cutTitle(title: string): string[] {
  const phrases = title.match(/\s*[^\s，。、；：？！]*[，。、；：？！]*\s*/gu) ?? [];
  return phrases
    .filter(Boolean)
    .flatMap((phrase) => ([...phrase.trim()].length > longestWhole ? wordsOf(phrase) : [phrase]));
}

function wordsOf(title: string): string[] {
  const segments = [...segmenter.segment(title)];
  const words: string[] = [];
  segments.forEach(({ segment, index }, at) => {
    const last = words.at(-1);
    const before = segments[at - 1]?.segment ?? '';
    const next = segments[at + 1]?.segment ?? '';
    const together =
      closing.test(segment) ||
      last?.trim() === '' ||
      (last !== undefined && opening.test(last)) ||
      isInsideName(title, index) ||
      (/\d$/.test(before) && unit.test(segment)) ||
      (last !== undefined && openDate.test(last) && /^\d/.test(segment)) ||
      belong(before, segment, next);
    if (together && last !== undefined) words[words.length - 1] = last + segment;
    else words.push(segment);
  });
  return words;
}

/** Does a segment belong to the word before it? */
function belong(before: string, segment: string, next: string): boolean {
  if (!isHan(before) || !isHan(segment) || prefixes.has(segment)) return false;
  if (prefixes.has(before)) return true;
  if (!isFragment(segment) || functionWords.has(before)) return false;
  // Two fragments make a word with each other: 泛化, 构建.
  return isFragment(before) || !isFragment(next) || prefixes.has(next);
}

function isFragment(segment: string): boolean {
  return segment.length === 1 && isHan(segment) && !functionWords.has(segment);
}

function isHan(segment: string): boolean {
  return /^\p{Script=Han}/u.test(segment);
}

function isInsideName(title: string, index: number): boolean {
  return names.some((name) => {
    const from = title.lastIndexOf(name, index - 1);
    return from >= 0 && index > from && index < from + name.length;
  });
}
