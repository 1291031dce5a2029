import type { VFileMessage } from 'vfile-message';
import type { Problem } from '../../build/problem.ts';

type Said = Pick<Problem, 'line' | 'column' | 'rule' | 'reason' | 'remedy'>;

/**
 * Says in the edition's words what a parser or another plugin complained of.
 *
 * @param message from MDX's parser, or a warning of any plugin: a warning is an error here
 * @param text the chapter, to find out what MDX's parser cannot know
 */
export function nameSyntaxError(message: VFileMessage, text: string): Said {
  const reason = message.reason.replace(/ \(note that.*$/s, '');
  // Some of MDX's errors say where only in words: (7:1-7:13).
  const [, line, column] = /\((\d+):(\d+)-/.exec(reason) ?? [];
  const place = {
    line: message.line ?? (line ? Number(line) : undefined),
    column: message.column ?? (column ? Number(column) : undefined),
  };
  if (/closing tag/.test(reason)) {
    const formula = unclosedFormula(text);
    if (formula) return formula;
    return {
      ...place,
      rule: 'tag-unclosed',
      reason,
      remedy: 'Close each tag in the order in which they were opened; a tag without content ends in />.',
    };
  }
  if (/mdx/.test(message.source ?? '')) {
    return {
      ...place,
      rule: 'mdx-syntax',
      reason,
      remedy: 'In a chapter { and < begin code and tags: write \\{ and \\< for the signs themselves.',
    };
  }
  return {
    ...place,
    rule: 'markdown-warning',
    reason: `${[message.source ?? 'A plugin', message.ruleId].filter(Boolean).join(':')} says: ${reason}`,
    remedy: 'Mend what it complains of; warnings stop the build, since they mean a broken page.',
  };
}

/** A `$$` that nothing closes swallows the closing tags behind it, and MDX sees only those missing. */
function unclosedFormula(text: string): Said | undefined {
  let open: { line: number; column: number } | undefined;
  let code = false;
  for (const [index, line] of text.split('\n').entries()) {
    if (!open && /^\s*```/.test(line)) code = !code;
    if (code || !/^[\s>]*\${2,}\s*$/.test(line)) continue;
    open = open ? undefined : { line: index + 1, column: line.indexOf('$') + 1 };
  }
  return (
    open && {
      ...open,
      rule: 'formula-unclosed',
      reason:
        'The formula that opens with "$$" here is never closed, and swallows the closing tags that follow.',
      remedy: 'Close it with "$$" on a line of its own.',
    }
  );
}
