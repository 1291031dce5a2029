import characters from 'opencc-js/dict/TSCharacters';

/**
 * Returns the traditional characters that have a simplified one in a text, each with that behind it: 備备案… So much of
 * OpenCC's table is all that a search of the text needs.
 */
export function listTraditional(text: string): string {
  const occurring = new Set(text);
  return characters
    .split('|')
    .map((pair) => pair.split(' '))
    .filter(([traditional = '', simplified = '']) => occurring.has(simplified) || occurring.has(traditional))
    .map((pair) => pair.join(''))
    .join('');
}
