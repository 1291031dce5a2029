import { expect, test } from 'vitest';
import { writeHtml } from '../../../../src/build/html.ts';
import { declareFaces, preloadFaces } from '../../../../src/publish/fonts/declare-faces.ts';
import { families } from '../../../../src/publish/fonts/families.ts';

test('faces are declared with their characters, and the shared one is asked for first', () => {
  const [family] = families;
  const face = family?.faces[0];
  if (!family || !face) throw new Error('There are no families');
  const source = { fullName: '', copyright: '', licence: '', has: () => true };
  const file = { family, face, source, font: Buffer.of() };
  const files = [
    { ...file, name: 'a.woff2', core: true, characters: [' ', '1', '2', '3', '𝔼', 'ﬁ'] },
    { ...file, name: 'b.woff2', core: false, characters: undefined },
  ];
  expect(declareFaces(files, '/a/b/_astro/')).toBe(
    '@font-face{font-family:Edition Serif;font-style:normal;font-weight:700;font-display:swap;' +
      'src:url(/a/b/_astro/a.woff2)format("woff2");unicode-range:U+20,U+31-33,U+FB01,U+1D53C}' +
      '@font-face{font-family:Edition Serif;font-style:normal;font-weight:700;font-display:swap;' +
      'src:url(/a/b/_astro/b.woff2)format("woff2")}',
  );
  expect(writeHtml(preloadFaces(files, '/_astro/'))).toBe(
    '<link rel="preload" href="/_astro/a.woff2" as="font" type="font/woff2" crossorigin="">',
  );
});
