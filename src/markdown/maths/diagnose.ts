/** What is wrong with a formula. */
interface Diagnosis {
  rule: string;
  reason: string;
  remedy: string;
}

/** What KaTeX lacks of LaTeX, and what to take. */
const substitutes: Record<string, string> = {
  eqnarray: 'align, with one & before the sign: a &= b',
  'eqnarray*': 'align*, with one & before the sign: a &= b',
  multline: 'split, or gather',
  'multline*': 'split, or gather*',
  displaymath: '$$ on lines of their own',
  math: '$…$',
  tabular: 'array',
  flalign: 'align',
  'flalign*': 'align*',
  '\\label': 'an id: <Equation id="eq-…"> around the formula',
  '\\eqref': '<See to="eq-…" /> outside of the formula',
  '\\ref': '<See to="eq-…" /> outside of the formula',
  '\\mbox': '\\text',
  '\\textcircled': '(1)',
};

/** Characters that Chinese input methods bring into formulas, and their TeX. */
const signs: Record<string, string> = {
  '℃': '^\\circ\\mathrm{C}',
  '℉': '^\\circ\\mathrm{F}',
  '′': "'",
  '″': "''",
  '‰': '\\text{‰}',
  '，': ',',
  '。': '.',
  '、': ',',
  '；': ';',
  '：': ':',
  '！': '!',
  '？': '?',
  '（': '(',
  '）': ')',
  '【': '[',
  '】': ']',
  '＝': '=',
  '＋': '+',
  '－': '-',
  '～': '\\sim',
  '“': '``',
  '”': "''",
  '—': '-',
  '–': '-',
};

/**
 * Says what a complaint of KaTeX's means, and how to mend it.
 *
 * @param said without its head, “KaTeX parse error: ”
 */
export function diagnose(said: string): Diagnosis {
  const command = /Undefined control sequence: (\\[a-zA-Z]+|\\.)/.exec(said)?.[1];
  if (command) {
    return {
      rule: 'formula-unknown-command',
      reason: `KaTeX does not know the command ${command}.`,
      remedy: instead(command) ?? 'Correct its spelling; katex.org/docs/supported.html lists what there is.',
    };
  }
  const environment = /No such environment: (\S+)/.exec(said)?.[1];
  if (environment) {
    return {
      rule: 'formula-unknown-environment',
      reason: `KaTeX does not know the environment ${environment}.`,
      remedy:
        instead(environment) ??
        'Correct its name; there are aligned, align, gather, split, cases, matrix, array.',
    };
  }
  const sign = /(?:character|text character) "(.+?)"/u.exec(said)?.[1];
  if (sign && !/\p{Script=Han}/u.test(sign)) return diagnoseSign(sign);
  if (/unicodeTextInMathMode/.test(said)) {
    return {
      rule: 'formula-with-han',
      reason: 'A formula holds Chinese text, which TeX would set as letters.',
      remedy: 'Put words into \\text{…}; a dollar sign that opens no formula is \\$.',
    };
  }
  if (/\\end|environment/.test(said) && /EOF|end of input|Mismatch/.test(said)) {
    return {
      rule: 'formula-unclosed-environment',
      reason: `An environment of this formula is not closed, or closed by another name. KaTeX: ${said}`,
      remedy: 'Give each \\begin{name} its \\end{name}, in the right order.',
    };
  }
  return {
    rule: 'formula-syntax',
    reason: `KaTeX cannot read this formula: ${said.replace(/^LaTeX-incompatible input.*?'error': /, '')}`,
    remedy: remedies.find(([pattern]) => pattern.test(said))?.[1] ?? 'Mend the TeX.',
  };
}

function instead(name: string): string | undefined {
  return name in substitutes ? `Write instead: ${substitutes[name]}.` : undefined;
}

function diagnoseSign(sign: string): Diagnosis {
  const code = `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const number = /[\u2460-\u2473]/.test(sign) ? sign.charCodeAt(0) - 0x245f : undefined;
  const tex = number === undefined ? signs[sign] : `(${number})`;
  const invisible = /[\p{Cf}\p{Zs}]/u.test(sign);
  return {
    rule: 'formula-character',
    reason: `A formula holds ${invisible ? `the invisible character ${code}` : `“${sign}” (${code}), which is no sign of TeX`}.`,
    remedy: invisible
      ? 'Delete it.'
      : tex
        ? `Write ${tex} there.`
        : 'Write the command of TeX for it, or leave it out.',
  };
}

/** What KaTeX says, and what that mostly means. */
const remedies: [RegExp, string][] = [
  [/got '&'/, 'Put lines that are aligned at & into \\begin{aligned}…\\end{aligned}.'],
  [
    /Expected '}', got 'EOF'|macro argument/,
    'Close each { by }, and give each command its arguments: \\frac{a}{b}.',
  ],
  [/got '}'/, 'Take the } out that closes nothing, or open it.'],
  [/\\right/, 'Give each \\left its \\right; for none write \\right. with the dot.'],
  [/got '\\end'/, 'Write the \\begin{…} of this \\end{…}.'],
  [/commentAtEnd/, 'Write a per-cent sign as \\%.'],
  [/got '#'/, 'Write the sign as \\#.'],
  [/function '\$'/, 'Take the $ out, or write it as \\$.'],
  [/Double (?:super|sub)script/, 'Group what belongs together: x^{2^3}.'],
  [
    /mathVsTextAccents/,
    'Take a command of mathematics in its stead: (1) for \\textcircled{1}, \\hat for \\^.',
  ],
];
