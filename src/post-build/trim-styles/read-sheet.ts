import postcss, { type Root } from 'postcss';

/** Makes a function that parses style sheets, each text once, and gives copies that may be changed. */
export function sheetReader(): (css: string) => Root {
  const known = new Map<string, Root>();
  return (css) => {
    const root = known.get(css) ?? postcss.parse(css);
    known.set(css, root);
    return root.clone();
  };
}
