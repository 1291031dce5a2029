import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { VFileMessage } from 'vfile-message';
import type { Problem } from '../../build/problem.ts';
import { remarkDisplayMaths } from '../../markdown/maths/remark-display-maths.ts';
import { unclosedBlocks } from '../../markdown/syntax/remark-unclosed-blocks.ts';

type Said = Pick<Problem, 'line' | 'column' | 'rule' | 'reason' | 'remedy'>;

/**
 * Says in the edition's words what a parser or another plugin complained of.
 *
 * @param message from MDX's parser, or a warning of any plugin: a warning is an error here
 * @param text the chapter, to find out what MDX's parser cannot know
 */
export function nameSyntaxError(message: VFileMessage, text: string): Said[] {
  const { reason } = message;
  // Some of MDX's errors say where only in words: (7:1-7:13).
  const [, line, column] = /\((\d+):(\d+)/.exec(reason) ?? [];
  const place = {
    line: message.line ?? (line ? Number(line) : undefined),
    column: message.column ?? (column ? Number(column) : undefined),
  };
  if (/mdx/.test(message.source ?? '') || /closing tag/.test(reason)) {
    // What nothing closes swallows the closing tags behind it, and MDX sees only those missing.
    const unclosed = /closing tag/.test(reason) ? unclosedIn(text) : [];
    return unclosed.length ? unclosed : [{ ...place, ...sayTag(reason, line, text) }];
  }
  return [
    {
      ...place,
      rule: 'markdown-warning',
      reason: `${[message.source ?? 'A plugin', message.ruleId].filter(Boolean).join(':')} says: ${reason}`,
      remedy: 'Mend what it complains of; warnings stop the build, since they mean a broken page.',
    },
  ];
}

const closeInOrder =
  'Close each tag in the order in which they were opened; a tag without content ends in />.';
const writeAttributes =
  'Write <Name attribute="value">, with straight quotation marks, and a space before each attribute.';

/** What MDX says, by its beginning, and what that means. `$1` is what the pattern has found, `$line` the line it names. */
const tags: { pattern: RegExp; rule: string; reason: string; remedy: string }[] = [
  {
    pattern: /^Unexpected closing tag `<\/(\w*)>`, expected corresponding closing tag for `<(\w*)>`/,
    rule: 'tag-unclosed',
    reason: '</$1> stands where <$2> of line $line is still open.',
    remedy: closeInOrder,
  },
  {
    pattern: /^Expected the closing tag `<\/(\w+)>`|^Expected a closing tag for `<(\w+)>`.*before the end of/,
    rule: 'tag-unclosed',
    reason:
      '<$1$2> and </$1$2> stand in different blocks: one of them within a paragraph, a list item or a quotation.',
    remedy:
      'Put both on lines of their own, with the same indentation and an empty line before and behind, or both into one paragraph.',
  },
  {
    pattern: /^Expected a closing tag for `<(\w*)>`/,
    rule: 'tag-unclosed',
    reason: '<$1> is opened here and never closed.',
    remedy: closeInOrder,
  },
  {
    pattern: /^Unexpected closing slash/,
    rule: 'tag-unclosed',
    reason: 'A tag is closed here, and none is open.',
    remedy: 'Take it out, or open the tag before; one that stands alone ends in />.',
  },
  {
    pattern: /^Unexpected end of file .*(?:attribute|name|tag)/,
    rule: 'tag-malformed',
    reason: 'The tag is never finished: a > or a quotation mark is missing.',
    remedy: writeAttributes,
  },
  {
    pattern: /^Unexpected lazy line/,
    rule: 'tag-malformed',
    reason: 'The tag goes on outside of the quotation or list in which it began.',
    remedy: 'Write the whole tag on one line.',
  },
  {
    pattern:
      /^Unexpected character `(.+?)` \(.+?\) (?:before|in|after) (?:attribute|name|local|member|self|tag|whitespace)/su,
    rule: 'tag-malformed',
    reason: 'The tag cannot be read from “$1” on.',
    remedy: writeAttributes,
  },
];

function sayTag(said: string, line = '', text: string): Pick<Said, 'rule' | 'reason' | 'remedy'> {
  for (const { pattern, rule, reason, remedy } of tags) {
    const found = pattern.exec(said);
    // A tag that is closed nowhere is told as such, whatever block it stands in.
    if (
      !found ||
      (/^Expected/.test(said) && reason.includes('</') && !text.includes(`</${found[1] ?? found[2]}`))
    )
      continue;
    const words = reason.replace(/\$(\d|line)/g, (_, name: string) =>
      name === 'line' ? line : (found[Number(name)] ?? ''),
    );
    return { rule, reason: words, remedy };
  }
  return {
    rule: 'tag-malformed',
    reason: 'The tag cannot be read.',
    remedy: writeAttributes,
  };
}

/** What nothing closes in a chapter, read without its tags. */
function unclosedIn(text: string): Said[] {
  const plain = text
    .replace(/^---\n[\s\S]*?\n---$/m, (head) => head.replace(/[^\n]/g, ' '))
    .replace(/<\/?[A-Z][^>]*>/g, (tag) => tag.replace(/[^\n]/g, ' '));
  const processor = unified().use(remarkParse).use(remarkGfm).use(remarkMath).use(remarkDisplayMaths);
  return unclosedBlocks(processor.parse(plain), plain).map(({ place: { line, column }, ...said }) => ({
    line,
    column,
    ...said,
  }));
}
