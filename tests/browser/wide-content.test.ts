import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { serve, type RunningServer } from '../../scripts/serve.ts';
import { launchChromium } from '../../src/exports/pdf/chromium.ts';
import { buildSite, type BuiltSite } from '../build/build-site.ts';
import { writeSmallBook } from '../robust/small-site.ts';

const sum = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, index) => `a_{${from + index}}`).join(' + ');
const row = (text: (column: number) => string): string =>
  `| ${Array.from({ length: 30 }, (_, index) => text(index)).join(' | ')} |`;

/** Everything that is wider than a column. */
const chapter = String.raw`---
kind: chapter
numeral: 第二章
title: 宽
lead: 一个样例。
---

<Supplement>

## 能量$E=mc^2$ {/* #one */}

行内$\text{这里是一段很长的中文说明不能断开的文字它比手机屏幕还要宽得多而且更长}$完。

矩阵$\begin{pmatrix} ${'a & '.repeat(15)}b \end{pmatrix}$，完。

一行里的图![大图](./wide.png)

参数${'`max_position_embeddings`'}、${'`rope_scaling.original_max_position_embeddings`'}都在里面。参见https://github.com/example-organisation/example-repository/blob/main/src/models/attention.py 里的写法。

| 参数 | 说明 |
| --- | --- |
| ${'`max_position_embeddings_per_attention_head_group`'} | 很长的参数名旁边是一段中文说明 |
| https://example.com/a/very/long/path/that/goes/on/and/on/and/on/index.html | 链接 |

${row((column) => `第${column}列`)}
${row(() => '---')}
${row((column) => `数值${column}`)}

${'```text'}
${'a'.repeat(160)}
${'```'}

$$
${sum(1, 23)} = 0 \tag{1}
$$

$$
\begin{aligned}
${sum(1, 23)} &= 0
\end{aligned}
$$

$$
\begin{align}
a &= \frac{b}{c} \\
d &= \frac{e}{f}
\end{align}
$$

</Supplement>
`;

let site: BuiltSite;
let server: RunningServer;
let page: Page;

beforeAll(async () => {
  site = await buildSite({
    prepare: async (root) => {
      await writeSmallBook(root, new Map([['content/chapters/02-wide.mdx', chapter]]));
      const picture = sharp({ create: { width: 1600, height: 900, channels: 3, background: '#888' } });
      await writeFile(path.join(root, 'content/chapters/wide.png'), await picture.png().toBuffer());
    },
    warmFrom: inject('sites').plain.root,
  });
  server = await serve({ dist: site.dist, base: '/', port: 0 });
  page = await (await launchChromium()).newPage({ serviceWorkers: 'block' });
});

afterAll(async () => {
  await page.context().browser()?.close();
  await server.close();
  await site.remove();
});

test.each([280, 390, 1440])(
  'at %d px nothing is wider than the column, squeezed, or torn apart',
  async (width) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${server.address}wide/`);
    const { excess, narrowest, gaps, numbers } = await page.evaluate(async () => {
      await document.fonts.ready;
      const { scrollWidth, clientWidth } = document.documentElement;
      const cells = [...document.querySelectorAll<HTMLElement>('main :is(td, th)')];
      const lines = [...document.querySelectorAll<HTMLElement>('main .loose')];
      const [first, second] = document.querySelectorAll('.tag .eqn-num');
      return {
        excess: scrollWidth - clientWidth,
        narrowest: Math.min(
          ...cells.map((cell) => cell.clientWidth / parseFloat(getComputedStyle(cell).fontSize)),
        ),
        gaps: lines.map((line) => getComputedStyle(line).textAlign),
        numbers: (second?.getBoundingClientRect().top ?? 0) - (first?.getBoundingClientRect().top ?? 0),
      };
    });
    expect(excess).toBe(0);
    expect(narrowest).toBeGreaterThan(2);
    expect(gaps).toEqual(['start', 'start', 'start', 'start']);
    // The rows of a fraction are as far apart as their numbers.
    expect(numbers).toBeGreaterThan(25);
  },
);

test('on paper nothing is cut', async () => {
  // A4 without its margins.
  await page.setViewportSize({ width: 605, height: 900 });
  await page.emulateMedia({ media: 'print' });
  await page.goto(`${server.address}wide/`);
  const cut = await page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.querySelectorAll('main :is(.equation, .scroll, .listing, .wide-formula), html')]
      .filter((box) => box.scrollWidth > box.clientWidth + 1)
      .map((box) => `${box.className} ${box.scrollWidth - box.clientWidth}`);
  });
  await page.emulateMedia({ media: 'screen' });
  expect(cut).toEqual([]);
});

test('a formula in a title stands once in the contents', async () => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${server.address}wide/`);
  expect(await page.locator('#toc ol ol').innerText()).toMatch(/^§\s+能量 E=mc\^2$/);
});
