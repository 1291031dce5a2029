import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import postcss from 'postcss';

/** A typeface that the site brings along, by the name that its style sheets know it by. */
export interface FontFamily {
  name: string;
  faces: FontFace[];
  /** OpenType features that a subset keeps; undefined for all. */
  features?: string[];
  /** Whether a subset keeps what fits its glyphs to the pixels of coarse screens. */
  hinted: boolean;
  /** A character that its faces lack is a mistake, and not one to be taken from the next family. */
  complete: boolean;
  /** The page's first screen needs it. */
  preload: boolean;
  /** Characters above which a face is split; undefined when it never is. */
  limit?: number;
}

/** One weight and style of a family. */
export interface FontFace {
  weight: number;
  style: 'normal' | 'italic';
  /** Path of the complete TTF that it is subset from. */
  source: string;
}

/**
 * Begins the name of every family here: a subset that readers could take for the font itself, or that has a
 * name which its licence reserves, must not be called like it.
 */
export const familyPrefix = 'Edition ';

/** Titles, labels, numerals: `--serif` in tokens.css begins with it. */
export const displayFamily = `${familyPrefix}Serif`;

const require = createRequire(import.meta.url);

const display: FontFamily = {
  name: displayFamily,
  faces: [
    {
      weight: 700,
      style: 'normal',
      source: require.resolve('@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf'),
    },
  ],
  // Brackets half as wide beside others, and kerning; nothing else of it is asked for.
  features: ['halt', 'chws', 'kern'],
  hinted: false,
  complete: true,
  preload: true,
  // Some 31 KB, which is what a page may load for its first screen.
  limit: 180,
};

/** A face by its name: `Edition Main 400 italic`. */
export function nameFace({ name }: FontFamily, { weight, style }: FontFace): string {
  return `${name} ${weight}${style === 'italic' ? ' italic' : ''}`;
}

/** All families whose faces the build cuts. */
export const families: readonly FontFamily[] = [display, ...formulaFamilies()];

/** KaTeX's families, as its style sheet declares them; formula-styles.ts gives its rules the same new names. */
function formulaFamilies(): FontFamily[] {
  const sheet = require.resolve('katex/dist/katex.min.css');
  const faces = new Map<string, FontFace[]>();
  postcss.parse(readFileSync(sheet, 'utf8')).walkAtRules('font-face', (rule) => {
    const said: Record<string, string> = {};
    rule.walkDecls(({ prop, value }) => void (said[prop] = value.replace(/["']/g, '')));
    const name = (said['font-family'] ?? '').replace('KaTeX_', familyPrefix);
    const file = /fonts\/([\w-]+\.ttf)/.exec(said['src'] ?? '')?.[1] ?? '';
    const face: FontFace = {
      weight: said['font-weight'] === '700' || said['font-weight'] === 'bold' ? 700 : 400,
      style: said['font-style'] === 'italic' ? 'italic' : 'normal',
      source: path.join(path.dirname(sheet), 'fonts', file),
    };
    faces.set(name, [...(faces.get(name) ?? []), face]);
  });
  return [...faces].map(([name, of]) => ({ name, faces: of, hinted: true, complete: false, preload: false }));
}
