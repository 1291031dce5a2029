import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../../build/problem.ts';

interface TextFile {
  /** Without a byte order mark; every line ends in \n, whatever system it was written on. */
  text: string;
  /** What has got lost in it. */
  problems: Problem[];
}

/**
 * Reads a text file of the content. Everything that is made of the content begins here.
 *
 * @param root the project's folder, an absolute path
 * @param file path from there
 */
export async function readTextFile(root: string, file: string): Promise<TextFile> {
  return decodeText(await readFile(join(root, file)), file);
}

/** Decodes a text file, and finds characters of it that were lost: a file that is not UTF-8 is told at its first one. */
export function decodeText(bytes: Uint8Array, file: string): TextFile {
  const written = new TextDecoder().decode(bytes);
  const text = written.replace(/\r\n?/g, '\n');
  const places = [...text.matchAll(/[\ufffd\0]+/g)].map(({ index }) => {
    const before = text.slice(0, index).split('\n');
    const line = text.split('\n', before.length).at(-1) ?? '';
    const column = (before.at(-1) ?? '').length + 1;
    return { line: before.length, column, words: line.slice(Math.max(0, column - 11), column + 10).trim() };
  });
  if (isUtf8(bytes) && !text.includes('\0'))
    return {
      text,
      problems:
        oldLineEnds(written, file) ??
        places.map(({ words, ...place }) => ({
          ...{ file, ...place, rule: 'character-lost' },
          reason: `A character of “${words}” was lost before the file was saved: U+FFFD stands in its place.`,
          remedy: 'Put the character back.',
        })),
    };
  return {
    text,
    problems: places.slice(0, 1).map(({ words, ...place }) => ({
      ...{ file, ...place, rule: 'encoding-unknown' },
      reason: `The file is not UTF-8: “${words.replaceAll('\0', '')}” has bytes that are no character.`,
      remedy:
        'Save it as UTF-8, from the program that shows its characters right; it may be GBK or UTF-16 now.',
    })),
  };
}

/** Astro, which reads the frontmatter by itself, takes such a chapter for one line. */
function oldLineEnds(written: string, file: string): Problem[] | undefined {
  if (!/^---\r(?!\n)/.test(written)) return undefined;
  return [
    {
      ...{ file, line: 1, column: 4, rule: 'line-ends-old' },
      reason: 'The lines end in a carriage return alone, as on Macs of long ago.',
      remedy: 'Save the file with the line ends LF or CRLF.',
    },
  ];
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
