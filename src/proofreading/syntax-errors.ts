import type { VFileMessage } from 'vfile-message';
import type { Finding } from './finding.ts';

/**
 * Says in the edition's words what a parser or another plugin complained of.
 *
 * @param message from MDX's parser, or a warning of any plugin: a warning is an error here
 */
export function nameSyntaxError(message: VFileMessage): Pick<Finding, 'rule' | 'reason' | 'remedy'> {
  const reason = message.reason.replace(/ \(note that.*$/s, '');
  const tag = /(?:closing tag for|the closing tag) `?(<[^`>]*>)`?/.exec(reason)?.[1];
  if (message.ruleId === 'end-tag-mismatch' || tag) {
    return {
      rule: 'tag-unclosed',
      reason,
      remedy: 'Close each tag in the order in which they were opened; a tag without content ends in />.',
    };
  }
  if (/mdx/.test(message.source ?? '')) {
    return {
      rule: 'mdx-syntax',
      reason,
      remedy: 'In a chapter { and < begin code and tags: write \\{ and \\< for the signs themselves.',
    };
  }
  return {
    rule: message.ruleId ?? 'markdown',
    reason: `${message.source ?? 'A plugin'} says: ${reason}`,
    remedy: 'Mend what it complains of; warnings stop the build, since they mean a broken page.',
  };
}
