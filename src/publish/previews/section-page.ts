import { escapeHtml, forwardingPage } from '../redirects/forwarding-page.ts';
import { previewTags, type Locator, type Preview } from './preview-tags.ts';

/**
 * The page that stands for one section where it is shared: `/s/model/`. A chat or a social network reads the
 * section's own title, text and picture there; a reader is taken to the section.
 *
 * @param name of the page: the section's title and those of what it stands in
 */
export function sectionPage(preview: Preview, name: string, locator: Locator): string {
  const { address, title, description } = preview;
  const target = locator.path(address);
  return forwardingPage({
    name,
    head:
      `<meta name="description" content="${escapeHtml(description)}">` +
      `<link rel="canonical" href="${escapeHtml(locator.full(address))}">` +
      previewTags(preview, locator),
    target,
    body:
      `<h1>${escapeHtml(title)}</h1><p>${escapeHtml(description)}</p>` +
      `<p><a href="${escapeHtml(target)}">前往这一节</a></p>`,
  });
}
