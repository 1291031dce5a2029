import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import { writeHtml } from '../../build/html.ts';
import { site } from '../../site.ts';
import { hashOf, policyOf } from '../pages/policy.ts';

/** A page that takes its reader elsewhere. */
interface Redirect {
  /** Its name, for browsers and search engines. */
  name: string;
  /** More of its head. */
  head: readonly Element[];
  /** Where it leads, on whatever host the site is. */
  target: string;
  /** What a reader sees whose browser does not go by itself; its first link leads on. */
  body: readonly Element[];
  /** What a script does; to the first link, where nothing is said. */
  script?: string;
}

/** Returns the page: a script goes at once and leaves no step behind in the history; without one, the refresh goes. */
export function redirectPage({ name, head, target, body, script = goOn }: Redirect): string {
  const tree: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      h('html', { lang: site.language }, [
        h('head', [
          h('meta', { charSet: 'utf-8' }),
          policyOf([hashOf(script)], []),
          h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
          h('meta', { name: 'color-scheme', content: 'light dark' }),
          h('title', name),
          ...head,
          h('meta', { httpEquiv: 'refresh', content: `0; url=${target}` }),
        ]),
        h('body', [h('main', { dataLayer: 'editorial' }, ...body), h('script', script)]),
      ]),
    ],
  };
  return `${writeHtml(tree)}\n`;
}

const goOn = 'location.replace(document.links[0].href)';
