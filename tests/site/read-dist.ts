import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Element, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';

/** A page of a built site, parsed. */
export interface DistPage {
  /** Path in `dist`: `maths/index.html`. */
  file: string;
  html: string;
  tree: Root;
  /** All elements, in document order. */
  elements: Element[];
}

/** Reads every page of a built site that readers stay on, in the order of their files. */
export function readPages(dist: string): DistPage[] {
  return readHtml(dist).filter(({ html }) => !html.includes('http-equiv="refresh"'));
}

/** Reads the pages that stand for single sections where those are shared, and lead to them at once. */
export function readSectionPages(dist: string): DistPage[] {
  return readHtml(dist).filter(({ file }) => file.startsWith('s/'));
}

function readHtml(dist: string): DistPage[] {
  return listFiles(dist)
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const html = readFileSync(path.join(dist, file), 'utf8');
      const tree = fromHtml(html);
      return { file, html, tree, elements: elementsIn(tree) };
    });
}

/** Lists the files of a built site, sorted, without their compressed siblings. */
export function listFiles(dist: string): string[] {
  return listAllFiles(dist).filter((file) => !/\.(br|gz)$/.test(file));
}

/** Lists all files of a built site, sorted. */
export function listAllFiles(dist: string): string[] {
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dist, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort();
}

/** All elements below a node, and the node itself when it is one. */
export function elementsIn(node: Nodes): Element[] {
  const found: Element[] = [];
  visit(node, 'element', (element) => void found.push(element));
  return found;
}

/** The first element of a name, and a complaint when there is none. */
export function theElement(page: DistPage, name: string): Element {
  const found = page.elements.find(({ tagName }) => tagName === name);
  if (!found) throw new Error(`${page.file} has no <${name}>`);
  return found;
}

/** An attribute as text, lists joined by spaces; undefined when it is absent. */
export function attribute(element: Element, property: string): string | undefined {
  const value = element.properties[property];
  if (value === undefined || value === null || value === false) return undefined;
  return Array.isArray(value) ? value.join(' ') : String(value);
}
