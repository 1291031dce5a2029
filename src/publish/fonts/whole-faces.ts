import { families } from './families.ts';

/**
 * The faces for `astro dev`, where no site is built that they could be cut down to: a script that declares
 * them whole, from where their packages have them.
 *
 * @param base path that the site stands under, with a slash at both ends
 */
export function wholeFacesScript(base: string): string {
  const rules = families.flatMap(({ name, faces }) =>
    faces.map(
      ({ weight, style, source }) =>
        `@font-face{font-family:${name};font-style:${style};font-weight:${weight};` +
        `src:url("${base}@fs/${source.replaceAll('\\', '/').replace(/^\//, '')}")}`,
    ),
  );
  return (
    `document.head.append(Object.assign(document.createElement('style'), ` +
    `{ textContent: ${JSON.stringify(rules.join(''))} }));`
  );
}
