import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { annotationKinds } from '../../../src/book/annotation-kinds.ts';

const styles = path.resolve(import.meta.dirname, '../../../src/layouts/styles');
const tokens = readFileSync(path.join(styles, 'tokens.css'), 'utf8');

test.each(Object.values(annotationKinds))('$word has a colour in both palettes', ({ pigment }) => {
  expect(tokens).toMatch(new RegExp(`--${pigment}: light-dark\\(#\\w+, #\\w+\\);`));
  expect(tokens).toContain(`.${pigment} {\n  --pigment: var(--${pigment});\n}`);
});

test.each(['word', 'pigment', 'id'] as const)('no two kinds have the same %s', (name) => {
  const values = Object.values(annotationKinds).map((kind) => kind[name]);
  expect(new Set(values).size).toBe(values.length);
});
