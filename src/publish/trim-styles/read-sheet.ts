import postcss, { type Root } from 'postcss';
import { remembered } from '../../build/remembered.ts';

/** Makes a function that parses style sheets, each text once, and gives copies that may be changed. */
export function sheetReader(): (css: string) => Root {
  const known = new Map<string, Root>();
  return (css) => remembered(known, css, () => postcss.parse(css)).clone();
}
