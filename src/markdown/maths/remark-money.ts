import type { Code, Construct, State } from 'micromark-util-types';
import type { Processor } from 'unified';

/**
 * Lets the sign of a sum of money be no end of a formula: a `$` before a digit, when what it would enclose ends in a
 * space or a mark, is followed by another digit, or holds Han that no command makes words of.
 *
 *     价格 $5 和 $10 之间       →   text
 *     $3/$15 每百万             →   text
 *     $2^n$，$5\text{元}$       →   formulas
 *
 * Order: after remark-math, whose syntax it goes before.
 */
export function remarkMoney(this: Processor): void {
  this.data().micromarkExtensions?.push({ text: { [dollar]: money } });
}

const dollar = 36;
const backslash = 92;

/** What stands between the two signs, and the character behind the second one. */
function isMoney(between: string, next: string): boolean {
  if (!/^\s*\.?\d/.test(between)) return false;
  return (
    /[\s、，。；：（]$/.test(between) ||
    /\d/.test(next) ||
    /\p{Script=Han}/u.test(between.replace(/\{[^{}]*\}/g, ''))
  );
}

const ahead: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    let between = '';
    return (code) => {
      effects.enter('data');
      return more(code);
    };

    function more(code: Code): State | undefined {
      if (code === null || (code === dollar && between === '')) return nok(code);
      effects.consume(code);
      if (code === dollar) return behind;
      between += code < 0 ? ' ' : String.fromCharCode(code);
      return code === backslash ? escaped : more;
    }
    function escaped(code: Code): State | undefined {
      return code === dollar ? (effects.consume(code), more) : more(code);
    }
    function behind(code: Code): State | undefined {
      effects.exit('data');
      return isMoney(between, code === null || code < 0 ? '' : String.fromCharCode(code))
        ? ok(code)
        : nok(code);
    }
  },
};

const money: Construct = {
  name: 'money',
  // As of remark-math, which is asked wherever this one is.
  previous: (code) => code !== dollar,
  tokenize(effects, ok, nok) {
    return (code) => {
      if (this.previous === dollar) return nok(code);
      effects.enter('data');
      effects.consume(code);
      effects.exit('data');
      return effects.check(ahead, ok, nok);
    };
  },
};
