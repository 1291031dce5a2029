import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { site } from '../../site.ts';
import type { Placement } from '../read-site.ts';
import { locatorOf, previewTags, type Preview } from './preview-tags.ts';
import { sectionPage } from './section-page.ts';

/** A page, and what is written into it and for it. */
export interface PreviewJob {
  /** Path in `dist`. */
  file: string;
  preview: Preview;
  /** What it is, as a `<script>` of data. */
  data: string;
  /** Its sections that are shared by pages of their own: `/s/model/`. */
  sections: { id: string; preview: Preview }[];
}

/** Writes what others show of a page into it, and of its sections into pages of their own, in a thread. */
export default function previewPage(
  { file, preview, data, sections }: PreviewJob,
  { dist, placement }: { dist: string; placement: Placement },
): void {
  const locator = locatorOf(placement);
  const place = path.join(dist, file);
  const html = readFileSync(place, 'utf8')
    .replace('</head>', () => `${previewTags(preview, locator)}</head>`)
    .replace('</body>', () => `${data}</body>`);
  writeFileSync(place, html);

  for (const section of sections) {
    const names = new Set([section.preview.title, preview.title, site.title]);
    const folder = path.join(dist, 's', section.id);
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      path.join(folder, 'index.html'),
      sectionPage(section.preview, [...names].join(' · '), locator),
    );
  }
}
