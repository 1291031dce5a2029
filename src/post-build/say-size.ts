import { statSync } from 'node:fs';
import path from 'node:path';
import { insertAfter } from './edit-page.ts';
import type { Site } from './read-site.ts';

/**
 * Says how large a file is where a page leaves room for it.
 *
 *     <span data-size-of="book.epub"></span>   →   <span data-size-of="book.epub">（312 KB）</span>
 */
export function saySizes(dist: string, { pages }: Site): void {
  for (const page of pages.values())
    for (const element of page.elements) {
      const file = element.attributes.get('data-size-of');
      if (file) insertAfter(page, element, `（${sayBytes(statSync(path.join(dist, file)).size)}）`);
    }
}

/** 312 KB, 1.2 MB, with a space that does not break. */
function sayBytes(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${Math.ceil(bytes / 1024)}\u00a0KB`
    : `${(bytes / 1024 / 1024).toFixed(1)}\u00a0MB`;
}
