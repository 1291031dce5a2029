import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FontFile } from './cut-faces.ts';

const require = createRequire(import.meta.url);

/**
 * The licence that the fonts must be given away with (OFL 1.1, condition 2): which font is made of which,
 * the copyright of each, and the licence's own text.
 *
 * @param files the font files that the site ships
 * @throws Error when the package of Noto Serif SC has its licence in another form
 */
export function licenceText(files: Iterable<FontFile>): string {
  const lines = new Set(
    [...files].map(
      ({ family, source: { fullName, copyright, licence } }) =>
        `${family.name} is a part of ${fullName}, changed and renamed.\n\n${indent(`${copyright}\n\n${licence}`)}\n`,
    ),
  );
  return `Fonts of this site\n\n${[...lines].join('\n')}\n${licenceBody()}`;
}

/** From the first rule on; above it stands the copyright of one font. */
function licenceBody(): string {
  const file = require.resolve('@expo-google-fonts/noto-serif-sc/LICENSE_FONT');
  const text = readFileSync(file, 'utf8').replace(/\r\n/g, '\n');
  const start = text.search(/^-{20,}$/m);
  if (start < 0 || !text.includes('SIL OPEN FONT LICENSE Version 1.1'))
    throw new Error(`${file} is not the text of the SIL Open Font License that it was.`);
  return text.slice(start);
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '    ');
}
