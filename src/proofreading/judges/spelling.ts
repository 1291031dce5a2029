/** A place where a text departs from the house spelling. */
export interface SpellingFault {
  /** Entry of the error catalogue. */
  rule: string;
  /** Offset in the text, and the words there. */
  index: number;
  words: string;
  reason: string;
  remedy: string;
}

interface Rule {
  rule: string;
  pattern: RegExp;
  reason: string;
  remedy: string;
}

/** Stands in a text for what is not to be judged: a formula, code, a reference. As wide as one character. */
export const opaque = '\ufffc';

/** Han, and the marks that go with it. */
const han = '[\\p{Script=Han}，。、；：？！（）《》“”‘’…]';
const unit =
  '(?:[KMGTP]i?B|[kMG]?Wh?|[kMGT]?Hz|(?:ms|ns|μs|km|cm|mm|kg|nm|px)|[TPEG]?FLOPS|tokens?|Gbps|Mbps)(?![A-Za-z])';
const measure = '[个年月日次倍层种条元万亿人家篇页款天周小分秒步位张台块篇轮]';

const rules: Rule[] = [
  {
    rule: 'spelling-half-width',
    // “GPT-4: 一个” and “模型,数据”; a colon in 3:1 or a comma in 1,024 has no Han beside it.
    pattern: new RegExp(
      `(?<=${han})[,;:?!]|[,;:?!](?=\\s?\\p{Script=Han})|(?<=\\p{Script=Han})\\.(?![\\w/.])`,
      'gu',
    ),
    reason: 'A half-width mark stands beside Chinese',
    remedy: 'Write ， ； ： ？ ！ 。 there.',
  },
  {
    rule: 'spelling-half-width',
    pattern: new RegExp(`(?<=${han})\\s?\\([^()]*\\)?|\\([^()]*\\p{Script=Han}[^()]*\\)`, 'gu'),
    reason: 'Half-width brackets stand in Chinese',
    remedy: 'Write （ ）.',
  },
  {
    rule: 'spelling-full-width',
    pattern: /[０-９Ａ-Ｚａ-ｚ％]+/gu,
    reason: 'A Latin letter, digit or % is full-width',
    remedy: 'Write it half-width.',
  },
  {
    rule: 'spelling-quotes',
    pattern: /[「」『』"]|(?<![A-Za-z])'|'(?![A-Za-z])/gu,
    reason: 'The quotation mark is not the house’s',
    remedy: 'Write “ ” outside and ‘ ’ inside.',
  },
  {
    rule: 'spelling-dash',
    // A standard's number has one of its own: GB/T 7714—2015.
    pattern: /(?<![—\d])—(?!—)|(?<!—)—(?![—\d])|—{3,}|--+|(?<=\p{Script=Han})\s?–|–\s?(?=\p{Script=Han})/gu,
    reason: 'The dash is not the house’s',
    remedy: 'Write —— (U+2014 twice).',
  },
  {
    rule: 'spelling-dots',
    pattern: /(?<!…)…(?!…)|…{3,}|\.{3,}|。{2,}/gu,
    reason: 'The dots are not the house’s',
    remedy: 'Write …… (U+2026 twice).',
  },
  {
    rule: 'spelling-space',
    pattern: /[ \u00a0]+(?:——|……)|(?:——|……)[ \u00a0]+/gu,
    reason: 'A space stands beside a dash or dots',
    remedy: 'Take the space out.',
  },
  {
    rule: 'spelling-space',
    pattern: /\d[ \u00a0]+[%‰°℃]/gu,
    reason: 'A space stands before a sign that belongs to its number',
    remedy: 'Take the space out: 50%, 37℃.',
  },
  {
    rule: 'spelling-unit',
    pattern: new RegExp(`(?<![\\w.-])\\d[\\d,.]* ?${unit}`, 'gu'),
    reason: 'Between the number and its unit stands no no-break space',
    remedy: 'Write U+00A0 between them: 32\u00a0GB.',
  },
  {
    rule: 'spelling-range',
    pattern: new RegExp(
      `\\d%?\\s?[~–]\\s?\\d|~\\s?\\d|(?<![\\w.:/-])\\d[\\d.]*%?-\\d[\\d.]*(?=\\s?(?:%|${measure}))`,
      'gu',
    ),
    reason: 'The range is not the house’s',
    remedy: 'Write 3～5, and 约 for ~.',
  },
  {
    rule: 'spelling-twice',
    pattern: /([，、；：])[，、；：。]|[。][，、；：]/gu,
    reason: 'Two marks stand side by side',
    remedy: 'Keep the one that is meant.',
  },
];

/**
 * Holds a text of the editors against the house spelling.
 *
 * @param text one paragraph; what is not to be judged in it is `opaque`, English phrases are letters
 */
export function spellingFaults(text: string): SpellingFault[] {
  return rules
    .flatMap(({ pattern, ...said }) =>
      [...text.matchAll(pattern)].map(({ 0: words, index }) => ({ ...said, index, words })),
    )
    .sort((a, b) => a.index - b.index);
}
