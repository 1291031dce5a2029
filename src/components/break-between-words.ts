const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Names that the segmenter takes apart. */
const names = ['贾扬清', '大模型', '校注'];

/** Longest phrase that stays whole, in characters: so many 32 px ones fit on a line of the smallest phone. */
const longestWhole = 6;

/** What must not begin a line: closing marks, and suffixes that the segmenter takes for words. */
const closing = /^([，。、；：？！）》”’…—·]|[性化]$)/u;
/** What must not end one. */
const opening = /[（《“‘—·]$/u;

/**
 * Marks where a Chinese title may be broken: at the ends of its phrases, and between the words of long ones.
 * At spaces it breaks by itself.
 *
 *     数学模型和公式 & 详细讲解   →   数学<wbr>模型<wbr>和<wbr>公式 &amp; 详细讲解
 *
 * @param title plain text
 * @returns HTML, the same text with `<wbr>` in it
 */
export function breakBetweenWords(title: string): string {
  return title.split(' ').map(breakPhrases).join(' ');
}

function breakPhrases(text: string): string {
  const phrases = text.match(/[^，。、；：？！]*[，。、；：？！]*/gu) ?? [];
  return phrases
    .filter(Boolean)
    .flatMap((phrase) => ([...phrase].length > longestWhole ? wordsOf(phrase) : [phrase]))
    .map(escape)
    .join('<wbr>');
}

function wordsOf(phrase: string): string[] {
  const words: string[] = [];
  for (const { segment, index } of segmenter.segment(phrase)) {
    const last = words.at(-1);
    if (last !== undefined && (closing.test(segment) || opening.test(last) || isInsideName(phrase, index)))
      words[words.length - 1] = last + segment;
    else words.push(segment);
  }
  return words;
}

function isInsideName(text: string, index: number): boolean {
  return names.some((name) => {
    const from = text.lastIndexOf(name, index - 1);
    return from >= 0 && index < from + name.length;
  });
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
