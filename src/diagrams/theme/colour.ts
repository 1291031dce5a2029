import { color as parseName } from 'd3-color';

/** Red, green, blue 0–255 and opacity 0–1. */
type Channels = readonly [red: number, green: number, blue: number, alpha: number];

/**
 * Writes a colour as `#rrggbb` or `#rrggbbaa`, so that equal colours are equal text.
 *
 * @returns nothing for what is no colour
 */
export function normaliseColour(text: string): string | undefined {
  const trimmed = text.trim().toLowerCase();
  const channels = parseHex(namedColour(trimmed) ?? trimmed) ?? parseFunction(trimmed);
  return channels && formatHex(channels);
}

/** @param share of the first colour, 0–1, mixed in sRGB as `color-mix(in srgb, …)` does */
export function mixColours(first: string, second: string, share: number): string {
  const [a, b] = [parseHex(first), parseHex(second)];
  if (!a || !b) throw new TypeError(`Not a hex colour: ${first}, ${second}`);
  const mix = (x: number, y: number): number => x * share + y * (1 - share);
  return formatHex([mix(a[0], b[0]), mix(a[1], b[1]), mix(a[2], b[2]), mix(a[3], b[3])]);
}

/** WCAG 2 contrast of two opaque colours, 1–21. */
export function contrast(first: string, second: string): number {
  const [a, b] = [luminance(first), luminance(second)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function namedColour(name: string): string | undefined {
  return /^[a-z]+$/.test(name) && name !== 'transparent' ? parseName(name)?.formatHex() : undefined;
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (parseHex(colour) ?? []).slice(0, 3).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function parseHex(text: string): Channels | undefined {
  const digits = /^#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/.exec(text)?.[1];
  if (!digits) return undefined;
  const long = digits.length <= 4 ? [...digits].map((digit) => digit + digit).join('') : digits;
  const channel = (index: number): number => parseInt(long.slice(2 * index, 2 * index + 2) || 'ff', 16);
  return [channel(0), channel(1), channel(2), channel(3) / 255];
}

function parseFunction(text: string): Channels | undefined {
  const match = /^(rgb|hsl)a?\(([^)]*)\)$/.exec(text);
  if (!match) return undefined;
  const [first = NaN, second = NaN, third = NaN, alpha = 1] = (match[2] ?? '')
    .split(/[\s,/]+/)
    .filter(Boolean)
    .map((part, index) => parseFloat(part) / (part.endsWith('%') && index === 3 ? 100 : 1));
  if ([first, second, third].some(Number.isNaN)) return undefined;
  if (match[1] === 'rgb') return [first, second, third, alpha];
  return [...hslToRgb(first, second / 100, third / 100), alpha];
}

function hslToRgb(hue: number, saturation: number, lightness: number): [number, number, number] {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number): number => {
    const k = (((offset + hue / 30) % 12) + 12) % 12;
    return 255 * (lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return [channel(0), channel(8), channel(4)];
}

function formatHex(channels: Channels): string {
  const byte = (value: number): string =>
    Math.round(Math.max(0, Math.min(255, value)))
      .toString(16)
      .padStart(2, '0');
  const [red, green, blue, alpha] = channels;
  return `#${byte(red)}${byte(green)}${byte(blue)}${alpha < 1 ? byte(alpha * 255) : ''}`;
}
