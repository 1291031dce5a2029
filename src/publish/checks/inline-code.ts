import { attributesOf } from '../../build/html.ts';
import { showTag } from '../pages/page.ts';
import type { PageCheck } from './check.ts';

/** Finds what the policy blocks and no hash can allow: inline styles, inline handlers, javascript: links. */
export const checkInlineCode: PageCheck = ({ file, finder }) =>
  finder.all('*').flatMap((element) =>
    attributesOf(element).flatMap(([name, value]) => {
      const blocked =
        name === 'style' ||
        /^on/i.test(name) ||
        (/^(xlink:)?href$/.test(name) && /^\s*javascript:/i.test(value));
      if (!blocked) return [];
      return [
        {
          file,
          rule: name === 'style' ? 'inline-style' : 'inline-script',
          reason: `${showTag(element)} has ${name}="${value.slice(0, 60)}", which the page's policy blocks.`,
          remedy:
            name === 'style'
              ? 'Use a class and a style sheet, or an attribute such as fill; see rehype-static-styles.'
              : 'Add a listener in src/client.',
        },
      ];
    }),
  );
