/**
 * Characters that FreeType, which sets text on Linux and Android, takes the heights of a script from: all
 * glyphs of the font are fitted to the pixels by these (src/autofit/afblue.dat). A font that has lost them
 * shows its other glyphs blurred.
 */
const references = [
  { script: /./u, characters: 'THEZOCQSLUfijkdbhuvxzoescnrpqgy' },
  { script: /\p{Script=Greek}/u, characters: 'ΓΒΕΖΘΟΩΔΞβθδζλξαεικοπστωγημρφχψ' },
];

/**
 * Adds to the characters of a subset those without which they would look different from the whole font's.
 *
 * @param has whether the whole font has a glyph
 * @returns sorted, without repetitions
 */
export function withReferences(characters: readonly string[], has: (character: string) => boolean): string[] {
  const shown = characters.join('');
  const added = references
    .filter(({ script }) => script.test(shown))
    .flatMap((script) => [...script.characters].filter(has));
  return [...new Set([...characters, ...added])].sort();
}
