import { expect, test } from 'vitest';
import { decodeText } from '../../../src/proofreading/reading/text-file.ts';

const utf16 = (text: string) => Buffer.from(text, 'utf16le');

test.each([
  ['as it is', Buffer.from('甲\n乙\n'), '甲\n乙\n', []],
  ['with a byte order mark', Buffer.from('\ufeff---\n'), '---\n', []],
  ['with the line ends of Windows', Buffer.from('甲\r\n\r\n乙\r\n'), '甲\n\n乙\n', []],
  ['with those of old Macs', Buffer.from('甲\r\r乙'), '甲\n\n乙', []],
  [
    'a chapter with those',
    Buffer.from('---\rkind: chapter\r'),
    '---\nkind: chapter\n',
    ['line-ends-old 1:4'],
  ],
  [
    'where a character was lost',
    Buffer.from('甲\n乙\ufffd\ufffd丙。\ufffd'),
    undefined,
    ['character-lost 2:2', 'character-lost 2:6'],
  ],
  [
    'with some GBK',
    Buffer.from([...Buffer.from('甲。\r\n乙'), 0xd6, 0xd0]),
    undefined,
    ['encoding-unknown 2:2'],
  ],
  ['in UTF-16 with its mark', utf16('\ufeff---\n甲'), undefined, ['encoding-unknown 1:1']],
  ['in UTF-16 without', utf16('---\nkind'), undefined, ['encoding-unknown 1:2']],
])('a file %s', (_, bytes, text, problems) => {
  const read = decodeText(bytes, 'x.mdx');
  if (text !== undefined) expect(read.text).toBe(text);
  expect(read.problems.map(({ rule, line, column }) => `${rule} ${line}:${column}`)).toEqual(problems);
});
