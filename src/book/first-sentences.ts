/** What fits into a preview in a chat, and into a line or two of a list of results. */
const short = 80;

/**
 * The first sentences of a text, for previews and lists of results: whole ones as far as there is room; of a
 * first one that is too long, what stands before one of its marks.
 *
 * @param limit in characters
 */
export function firstSentences(text: string, limit = short): string {
  const sentences = text.match(/[^。！？]+(?:[。！？]+[”’）》」]*|$)/gu) ?? [];
  let taken = '';
  for (const sentence of sentences) {
    if ([...taken, ...sentence].length > limit) break;
    taken += sentence;
  }
  if (taken || !text) return taken.trim();
  const room = [...text].slice(0, limit - 2).join('');
  return `${room.replace(/[，、；：][^，、；：]*$/u, '')}……`;
}
