import { h } from 'hastscript';
import { redirectPage } from '../redirects/redirect-page.ts';
import { previewTags, type Locator, type Preview } from './preview-tags.ts';

/**
 * Returns the page that stands for one section where it is shared: `/s/model/`. A chat or a social network reads the
 * section's own title, text and picture there; a reader is taken to the section.
 *
 * @param name of the page: the section's title and those of what it stands in
 */
export function sectionPage(preview: Preview, name: string, locator: Locator): string {
  const { address, title, description } = preview;
  const target = locator.path(address);
  return redirectPage({
    name,
    head: [
      h('meta', { name: 'description', content: description }),
      h('link', { rel: 'canonical', href: locator.full(address) }),
      ...previewTags(preview, locator),
    ],
    target,
    body: [h('h1', title), h('p', description), h('p', h('a', { href: target }, '前往这一节'))],
  });
}
