import type { Code, Construct, Effects, State, TokenizeContext } from 'micromark-util-types';
import { markdownLineEnding } from 'micromark-util-character';
import { factorySpace } from 'micromark-factory-space';
import type { Processor } from 'unified';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    // Those of which remark-math makes a formula.
    mathFlow: 'mathFlow';
    mathFlowFence: 'mathFlowFence';
    mathFlowValue: 'mathFlowValue';
  }
}

/**
 * Reads display formulas as authors write them. remark-math wants both `$$` on lines of their own: else it sets the
 * formula within the line, loses what stands behind the first `$$`, or swallows the text behind the formula.
 *
 *     $$a$$                →   a display formula, when nothing else stands on its line
 *     $$a⏎+ b⏎$$           →   a display formula, a + b
 *     $$⏎a⏎+ b $$          →   the same
 *     $$⏎a⏎$$ 其中 a 为…   →   a display formula, and a paragraph
 *     $$a$$ 与 $$b$$       →   left to remark-math: within the line
 *
 * Order: after remark-math, whose syntax it goes before.
 */
export function remarkDisplayMaths(this: Processor): void {
  this.data().micromarkExtensions?.push({ flow: { [dollar]: displayMaths } });
}

const dollar = 36;
const backslash = 92;

/** The next line, unless it stands outside of the quotation or list. */
const nextLine: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return (code) => {
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      return (code) => (this.parser.lazy[this.now().line] ? nok(code) : ok(code));
    };
  },
};

const displayMaths: Construct = { name: 'displayMaths', concrete: true, tokenize };

function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const interrupts = this.interrupt;
  const prefix = this.events.at(-1);
  const indent = prefix?.[1].type === 'linePrefix' ? prefix[2].sliceSerialize(prefix[1], true).length : 0;
  let fence = 0;
  let first = true;
  const close: Construct = {
    partial: true,
    tokenize(effects, ok, nok) {
      let size = 0;
      return factorySpace(effects, start, 'whitespace');

      function start(code: Code): State | undefined {
        if (code !== dollar) return nok(code);
        effects.enter('mathFlowFence');
        return run(code);
      }
      function run(code: Code): State | undefined {
        if (code === dollar) {
          size++;
          effects.consume(code);
          return run;
        }
        effects.exit('mathFlowFence');
        return size < fence ? nok(code) : factorySpace(effects, ok, 'whitespace')(code);
      }
    },
  };
  return (code) => {
    effects.enter('mathFlow');
    effects.enter('mathFlowFence');
    return open(code);
  };

  function open(code: Code): State | undefined {
    if (code === dollar) {
      fence++;
      effects.consume(code);
      return open;
    }
    if (fence < 2) return nok(code);
    effects.exit('mathFlowFence');
    return factorySpace(effects, content, 'whitespace')(code);
  }

  function begin(code: Code): State | undefined {
    const dedent = indent ? factorySpace(effects, content, 'linePrefix', indent + 1) : content;
    return effects.attempt(close, closed, dedent)(code);
  }

  function content(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) return endLine(code);
    return effects.attempt(close, closed, (code) => {
      effects.enter('mathFlowValue');
      return take(code);
    })(code);
  }

  function take(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) {
      effects.exit('mathFlowValue');
      return endLine(code);
    }
    return code === dollar ? effects.check(close, leave, consume)(code) : consume(code);
  }

  function consume(code: Code): State | undefined {
    effects.consume(code);
    return code === backslash ? escaped : take;
  }

  function escaped(code: Code): State | undefined {
    return code === dollar || code === backslash ? (effects.consume(code), take) : take(code);
  }

  function leave(code: Code): State | undefined {
    effects.exit('mathFlowValue');
    return effects.attempt(close, closed, nok)(code);
  }

  function endLine(code: Code): State | undefined {
    first = false;
    if (interrupts) return ok(code);
    return code === null ? end(code) : effects.attempt(nextLine, begin, end)(code);
  }

  function closed(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) return end(code);
    // `$$a$$ 与…` stands within its line; behind the last line of a formula a paragraph begins.
    if (first) return nok(code);
    effects.exit('mathFlow');
    effects.enter('paragraph');
    effects.enter('chunkText', { contentType: 'text' });
    return follow(code);
  }

  function follow(code: Code): State | undefined {
    if (code !== null && !markdownLineEnding(code)) {
      effects.consume(code);
      return follow;
    }
    effects.exit('chunkText');
    effects.exit('paragraph');
    return ok(code);
  }

  function end(code: Code): State | undefined {
    effects.exit('mathFlow');
    return ok(code);
  }
}
