import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** A page with nothing wrong, around `body`. */
export function page(body: string, head = ''): string {
  return (
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>题</title>${head}</head>` +
    `<body><main><h1>题</h1><p>文</p>${body}</main></body></html>`
  );
}

/**
 * Writes files into a folder that lasts as long as the test.
 *
 * @param files contents by path
 * @returns the folder
 */
export async function writeSite(files: Record<string, string>): Promise<string> {
  const dist = await mkdtemp(path.join(os.tmpdir(), 'edition-site-'));
  onTestFinished(() => rm(dist, { recursive: true }));
  for (const [file, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(dist, file)), { recursive: true });
    await writeFile(path.join(dist, file), content);
  }
  return dist;
}
