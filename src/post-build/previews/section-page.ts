import { site } from '../../site.ts';
import { escapeHtml, previewTags, type Locator, type Preview } from './preview-tags.ts';

/**
 * The page that stands for one section where it is shared: `/s/model/`. A chat or a social network reads the
 * section's own title, text and picture there; a reader is taken to the section at once, by the script or,
 * without one, by the refresh.
 *
 * @param name of the page: the section's title and those of what it stands in
 */
export function sectionPage(preview: Preview, name: string, locator: Locator): string {
  const { address, title, description } = preview;
  const target = escapeHtml(locator.path(address));
  return (
    `<!DOCTYPE html><html lang="${site.language}"><head><meta charset="utf-8">` +
    '<meta name="viewport" content="width=device-width, initial-scale=1">' +
    '<meta name="color-scheme" content="light dark">' +
    `<title>${escapeHtml(name)}</title>` +
    `<meta name="description" content="${escapeHtml(description)}">` +
    `<link rel="canonical" href="${escapeHtml(locator.full(address))}">` +
    previewTags(preview, locator) +
    `<meta http-equiv="refresh" content="0; url=${target}">` +
    '</head><body><main data-layer="editorial">' +
    `<h1>${escapeHtml(title)}</h1><p>${escapeHtml(description)}</p>` +
    `<p><a href="${target}">前往这一节</a></p></main>` +
    '<script>location.replace(document.links[0].href)</script></body></html>\n'
  );
}
