import type { ReferenceCheck } from './check.ts';

/** What a page would load from another host, or out of an address: the policy allows neither. */
export const checkOtherHost: ReferenceCheck = ({ file, url, loads, element, target }) => {
  if (!loads || (target.kind !== 'host' && target.kind !== 'data')) return undefined;
  const who = element === undefined ? 'The style sheet' : `<${element}>`;
  return target.kind === 'host'
    ? {
        file,
        rule: 'request-to-another-host',
        reason: `${who} loads ${url}, from the host ${target.host}.`,
        remedy: 'Keep the file in this project: readers must not be known to, or wait for, another host.',
      }
    : {
        file,
        rule: 'data-address',
        reason: `${who} loads a data: address, ${url.slice(0, 40)}….`,
        remedy: 'Put it into a file of its own.',
      };
};
