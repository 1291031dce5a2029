/** What relative lengths are relative to, in px. */
export interface LengthContext {
  fontSize: number;
  /** Height of the letter x in em. */
  xHeight: number;
}

const KEYWORDS: Record<string, number> = { 'x-small': 10, small: 13, medium: 16, large: 18, 'x-large': 24 };

/**
 * A CSS length or font size in px; a bare number counts as px, a percentage is one of the font size.
 *
 * @returns nothing when the text is no length
 */
export function toPixels(text: string, context: LengthContext): number | undefined {
  const trimmed = text.trim().toLowerCase();
  const match = /^([-+]?[\d.]+(?:e[-+]?\d+)?)(px|em|rem|pt|%|ex|ch)?$/.exec(trimmed);
  if (!match) return KEYWORDS[trimmed];
  const value = Number(match[1]);
  switch (match[2]) {
    case 'em':
      return value * context.fontSize;
    case 'rem':
      return value * 16;
    case 'pt':
      return (value * 4) / 3;
    case '%':
      return (value / 100) * context.fontSize;
    case 'ex':
      return value * context.fontSize * context.xHeight;
    case 'ch':
      return (value * context.fontSize) / 2;
    default:
      return value;
  }
}
