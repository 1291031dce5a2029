/** Returns the characters that percent signs of an address stand for; the same where they stand for none, as in `50%.png`. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
