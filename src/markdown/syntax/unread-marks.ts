/** A way to write that others read, and Markdown does not. */
export interface UnreadMark {
  /** With the flags g, m and u. */
  pattern: RegExp;
  /** What it would have been: “A heading”. */
  what: string;
  remedy: string;
  /** Is it looked for in the source, where backslashes still stand? */
  escaped?: true;
  /** Is it told once in a block, however often it stands there? */
  once?: true;
  /** How often it has to stand in a block. */
  least?: number;
}

const address = String.raw`(?:https?:|www\.|[./#])[^()（）\n]*`;

/** Lines that were meant as items of a list. */
export const listLine =
  /^(?:[-+*•●○▪◦‣·](?=\S)|\d{1,2}(?:[、．)）]|\.(?!\d))|[a-z][、．)）]|[（(](?:\d{1,2}|[a-z]|[一二三四五六七八九十]+)[)）]|[①-⑳]|[一二三四五六七八九十]{1,3}、)/gmu;

export const unreadMarks: readonly UnreadMark[] = [
  {
    pattern: /^(?:#{2,6}(?=[^\s#])|#(?=\p{L})(?!\S*#)|#{1,6}[\u3000\u00a0]|＃+)/gmu,
    what: 'A heading',
    remedy: 'Put a space between # and the title.',
  },
  {
    // 1、甲⏎2、乙
    pattern: listLine,
    what: 'A list, whose lines are one paragraph now,',
    remedy: 'Begin each item with "- " or "1. ", or put an empty line between paragraphs.',
    once: true,
    least: 2,
  },
  {
    pattern: /^(?:[-+*]|\d{1,2}[.)])[\u3000\u00a0]/gmu,
    what: 'A list',
    remedy: 'Write an ordinary space behind the sign.',
  },
  {
    pattern: /^(?:[-*+] ?)?\[[ xX]\]/gmu,
    what: 'A task',
    remedy: 'Write it as an item of a list: "- [x] 甲".',
  },
  {
    pattern: /^:{3,}.*|^(?:!!!|\?\?\?\+?) +\w.*|\[![A-Za-z]+\][+-]?/gmu,
    what: 'A box with a notice',
    remedy: 'The edition has none: write a paragraph, or <Note> and <Supplement> for the editors’ words.',
  },
  {
    pattern: /^@?\[(?:toc|目录)\][ \t]*$|^\{:toc\}/gimu,
    what: 'A table of contents',
    remedy: 'Delete it: every page has one.',
  },
  {
    pattern: /^(?=.*(?:\||.{3}))[ |:—–－−=＝_-]{3,}$|^\|.*\|[ \t]*$/gmu,
    what: 'A table or a rule',
    remedy:
      'Below the head of a table write "---" for each of its cells, with | between, and an empty line before the head; a rule is "---" alone.',
    once: true,
  },
  {
    pattern: /\[\^[^\]\s]+\]/gu,
    what: 'A footnote',
    remedy: 'Write the note, "[^1]: …", on a line of its own, with the same name.',
  },
  {
    pattern: new RegExp(
      String.raw`!?(?<!\w)\[(?![\d\s,.，–-]*\])[^[\]\n]*\](?:\([^()\n]*\)|\s?[（(]${address}[)）]|：\s*${address})`,
      'gu',
    ),
    what: 'A link or a picture',
    remedy:
      'Write [words](address), with half-width brackets and nothing between them; an address with spaces stands in < >.',
  },
  {
    pattern: /!?(?<![\w)\]])\[(?!\d+\] ?\[\d+\])[^[\]\n]+\] ?\[[^[\]\n]*\]/gu,
    what: 'A link by a name',
    remedy: 'Say where it leads on a line of its own, "[name]: address", or write [words](address).',
  },
  {
    pattern: /!?(?<![\w[])\[\[(?![\d\s,.-]+\])[^[\]\n]+\]\]/gu,
    what: 'A link of a wiki',
    remedy: 'Write [words](address), and ![what is to be seen](picture).',
  },
  {
    pattern:
      /\\\(|\\\[(?=[ \t]*$|[^\]\n\\]*(?:[=^_]|\\[A-Za-z]))|\\begin\{\w+\*?\}|(?<!\\)\$(?=\\[A-Za-z])/gmu,
    what: 'A formula',
    remedy: 'Write $…$ within a line, and $$ on lines of their own around a display formula.',
    escaped: true,
  },
  {
    pattern: /\$\$/gu,
    what: 'A formula',
    remedy: 'Close it with "$$", on the same line or on one of its own.',
    once: true,
  },
  {
    pattern:
      /(?<![\w*]|[\w)] )\*\*(?!\*)|\*\*(?![\w*]| [\w(])|＊＊|(?<![\w_])__(?=[^_\s])[^_\n]+__(?![\w_])/gu,
    what: 'Emphasis',
    remedy: 'Write **words**, with no space inside of the signs, and both in one paragraph.',
    once: true,
  },
  {
    pattern: /(?<=\p{Script=Han})_[^_\s]+_(?=[\p{Script=Han}，。、；：])/gu,
    what: 'Emphasis',
    remedy: 'Write *words*.',
  },
  {
    pattern: /(?<![=!<>])==(?=[^=\s])[^=\n]*[^=\s]==(?!=)/gu,
    what: 'A marked word',
    remedy: 'Write **words**: there is no other mark.',
  },
  {
    pattern: /~~[^~\n]*~~|~~/gu,
    what: 'A deletion',
    remedy: 'Write ~~words~~, with no space inside of the signs.',
  },
  {
    pattern: /(?<=[\p{L}\d])(?:~[A-Za-z\d+-]{1,4}~|\^[A-Za-z\d+-]{1,4}\^)/gu,
    what: 'A subscript or superscript',
    remedy: 'Write a formula: $H_2O$, $2^{10}$.',
  },
  {
    pattern: /`+|｀+/gu,
    what: 'Code',
    remedy: 'Close it with as many backticks as open it; a sign that is meant is \\`.',
    once: true,
  },
  {
    pattern: /\{(?:[#.][A-Za-z]|:\s|\w+=|\{|%)[^\n]*?\}/gu,
    what: 'An instruction in braces',
    remedy: 'Delete it; the id of a section is written {/* #id */}.',
  },
];
