import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { countBigrams } from '../../../src/lab/bigram.ts';
import { bytes, countParameters, qwen3 } from '../../../src/lab/costs.ts';
import { logistic, logisticSlope } from '../../../src/lab/logistic.ts';
import { bestRate, expectedTrainingError, populationEigenvalues, theory } from '../../../src/lab/theory.ts';
import { article, runValue } from '../read-lab.ts';

/**
 * Numbers inside of formulas are typed: `<Run>` cannot stand there. They are held against the core here; one that is
 * typed anew is missed in the table, and asks for a line of its own.
 */
const chapters = path.resolve(import.meta.dirname, '../../../content/chapters');
const read = (file: string) => readFileSync(path.join(chapters, file), 'utf8');
const [maths, practice] = [read('05-maths.mdx'), read('06-practice.mdx')];

const [slowest, middle, steepest] = populationEigenvalues;
const [[h11, h12, h13]] = theory.hessian;
const [w1, w2] = theory.optimum;
const steepestSlope = logisticSlope(logistic(0));
const noise = theory.floor;

/** Fractions of numbers alone, as they are written, and what the core has for each. */
const fractions: [chapter: string, text: string, known: Record<string, number[]>][] = [
  [
    'maths',
    maths,
    {
      // The squares of the loss, halved, whose derivative the tests of the network measure.
      '\\tfrac12': [0.5],
      '\\tfrac{19-\\sqrt{313}}{12}': [slowest],
      '\\tfrac16': [middle],
      '\\tfrac{19+\\sqrt{313}}{12}': [steepest],
      '\\tfrac{12}{19}': [bestRate],
      '\\tfrac14': [steepestSlope],
    },
  ],
  [
    'practice',
    practice,
    {
      '\\tfrac12': [theory.optimum[2], h13 / 2],
      '\\tfrac1{12}': [noise],
      '\\tfrac13': [h11 / 2],
      '\\tfrac14': [h12 / 2],
      '\\tfrac{17}7': [theory.optimumWithoutBias[0]],
      '\\tfrac{24}7': [theory.optimumWithoutBias[1]],
      '\\tfrac5{42}': [theory.floorWithoutBias],
      // A feature is spread as the noise is.
      '\\tfrac4{12}': [w1 ** 2 * noise],
      '\\tfrac9{12}': [w2 ** 2 * noise],
      '\\tfrac76': [theory.meanOnly],
      '\\tfrac{5951}{1152}': [theory.logisticFloor],
      '\\tfrac{97}{100}': [expectedTrainingError(100) / noise],
      '\\tfrac{16}{128}': [8 * bytes.quarter - 4],
    },
  ],
];

test.each(fractions)('fractions typed in the chapter %s are those of the core', (_, text, known) => {
  const typed = text.match(/\\t?frac(?:\{(?:\d|[+-]|\\sqrt\{\d+\})+\}|\d)(?:\{\d+\}|\d)/g) ?? [];
  expect([...new Set(typed)].sort()).toEqual(Object.keys(known).sort());
  for (const [tex, values] of Object.entries(known))
    for (const value of values) expect(compute(tex), tex).toBeCloseTo(value, 12);
});

/** \tfrac{19-\sqrt{313}}{12} → (19 − √313)/12. */
function compute(tex: string): number {
  const [, above = '', below = ''] = /frac(\{.*\}|\d)(\{\d+\}|\d)$/.exec(tex) ?? [];
  const [, whole = '', sign = '', root = '0'] = /(\d+)(?:([+-])\\sqrt\{(\d+)\})?/.exec(above) ?? [];
  const numerator = Number(whole) + (sign === '-' ? -1 : 1) * Math.sqrt(Number(root));
  return numerator / Number(below.replace(/[{}]/g, ''));
}

test('other numbers typed in formulas and words are those of the core', () => {
  const typed = (text: string, pattern: RegExp) => {
    const found = pattern.exec(text);
    if (!found)
      throw new Error(`The chapter does not say ${pattern.source} any more: take it out here, too.`);
    return found.slice(1).map(Number);
  };

  expect(typed(practice, /\\ln(\d+)/)).toEqual([countBigrams(article).characters]);
  expect(Math.log(countBigrams(article).characters)).toBeCloseTo(runValue('bigrams test-0'), 12);

  const [a = NaN, b = NaN, c = NaN] = typed(maths, /\$(0\.99)\\times(0\.99)\\times(0\.01)\$/);
  expect(a * b * c).toBeCloseTo(runValue('examples saturated-squares'), 12);
  expect(maths).toContain('大约一百倍');
  expect(runValue('examples saturated-entropy') / (a * b * c)).toBeCloseTo(100, -1);

  const [base = NaN, layers = NaN, power = NaN] = typed(maths, /\$(4)\^\{(-10)\}\\approx10\^\{(-\d+)\}/);
  expect(base).toBe(1 / steepestSlope);
  expect(Math.round(Math.log10(base ** layers))).toBe(power);

  expect(practice).toContain('是上面那个回归的二十七亿倍');
  expect(Math.round(countParameters(qwen3) / 3 / 1e8)).toBe(27);
});
