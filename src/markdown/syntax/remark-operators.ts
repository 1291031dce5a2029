import type { Code, Construct, State } from 'micromark-util-types';
import type { Processor } from 'unified';

/**
 * Lets a `*` between two letters or digits be an operator, where CommonMark would let it open emphasis. `**` is one only
 * beside a digit: with letters on both sides it emphasizes part of a word.
 *
 *     3*4*5，n*m*k，x**2 + y**2   →   text
 *     **B**idirectional, H**2**O   →   <strong>B</strong>idirectional, text
 *
 * Order: after remark-cjk-friendly, whose syntax it goes before.
 */
export function remarkOperators(this: Processor): void {
  this.data().micromarkExtensions?.push({ text: { [asterisk]: operator } });
}

const asterisk = 42;

const operator: Construct = {
  name: 'operator',
  tokenize(effects, ok, nok) {
    const { previous } = this;
    // Emphasis that is open may end here.
    const last = this.events.findLast(([, { type }]) => type === 'attentionSequence')?.[1];
    const open = last?._open && !last._close ? last.end.offset - last.start.offset : 0;
    let size = 0;
    return (code) => {
      effects.enter('data');
      return run(code);
    };

    function run(code: Code): State | undefined {
      if (code === asterisk) {
        size++;
        effects.consume(code);
        return run;
      }
      effects.exit('data');
      const operates = size === 1 || isDigit(previous) || isDigit(code);
      return isWord(previous) && isWord(code) && size !== open && operates ? ok(code) : nok(code);
    }
  },
};

function isDigit(code: Code): boolean {
  return code !== null && code >= 48 && code <= 57;
}

function isWord(code: Code): boolean {
  return code !== null && code >= 48 && /[\dA-Za-z]/.test(String.fromCharCode(code));
}
