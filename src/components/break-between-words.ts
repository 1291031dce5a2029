const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Names that the segmenter takes apart. */
const names = ['贾扬清', '大模型'];

/** Marks that must not begin a line, and marks that must not end one. */
const closing = /^[\s，。、；：？！）》”’…—·&]/u;
const opening = /[\s（《“‘—·&]$/u;

/**
 * Marks where a Chinese title may be broken: between its words.
 *
 *     数学模型和公式 & 详细讲解   →   数学<wbr>模型<wbr>和<wbr>公式 &amp; 详细<wbr>讲解
 *
 * @param title plain text
 * @returns HTML, the same text with `<wbr>` in it
 */
export function breakBetweenWords(title: string): string {
  const words: string[] = [];
  for (const { segment, index } of segmenter.segment(title)) {
    const last = words.at(-1);
    if (last === undefined) words.push(segment);
    else if (closing.test(segment) || opening.test(last) || isInsideName(title, index))
      words[words.length - 1] = last + segment;
    else words.push(segment);
  }
  return words.map(escape).join('<wbr>');
}

function isInsideName(title: string, index: number): boolean {
  return names.some((name) => {
    const from = title.lastIndexOf(name, index - 1);
    return from >= 0 && index > from && index < from + name.length;
  });
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
