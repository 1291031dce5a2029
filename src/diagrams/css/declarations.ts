/** One `property: value` of a rule or a style attribute. */
export interface Declaration {
  property: string;
  value: string;
  important: boolean;
}

/** Mermaid sets its few custom properties to what it writes as their fallback. */
const VARIABLE = /var\(\s*--[\w-]+\s*,\s*([^()]*)\)/g;

/** Reads the inside of a rule, or a `style` attribute. Values with a `;` inside do not occur in Mermaid's. */
export function parseDeclarations(text: string | null): Declaration[] {
  const declarations: Declaration[] = [];
  for (const part of (text ?? '').split(';')) {
    const colon = part.indexOf(':');
    if (colon < 0) continue;
    const raw = part.slice(colon + 1).trim();
    const value = raw.replace(/\s*!\s*important$/i, '').replace(VARIABLE, '$1');
    const property = part.slice(0, colon).trim().toLowerCase();
    if (value) declarations.push({ property, value, important: /!\s*important$/i.test(raw) });
  }
  return declarations;
}
