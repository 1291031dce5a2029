/**
 * Draws diagrams in both themes, in a process of its own, since jsdom's window becomes global there. Reads their
 * sources as JSON from its input and says of each whether the light drawing told the dark colours, and, if it did,
 * whether the dark drawing says the same.
 */
import { text } from 'node:stream/consumers';
import { uniteByPalette, uniteThemes } from '../../../src/diagrams/clean/unite-themes.ts';
import { installWindow } from '../../../src/diagrams/dom/window.ts';
import { renderTheme, settleStyles } from '../../../src/diagrams/draw/render-theme.ts';

const sources = JSON.parse(await text(process.stdin)) as string[];
const { document } = installWindow();
const { default: mermaid } = await import('mermaid');
const tools = { mermaid, document };
const said: { told: boolean; same: boolean }[] = [];
for (const source of sources) {
  const light = await renderTheme('light', source, tools);
  const dark = await renderTheme('dark', source, tools);
  for (const { svg } of [light, dark]) settleStyles(svg);
  const alone = light.svg.cloneNode(true) as Element;
  const told = uniteByPalette(alone, source);
  uniteThemes(light.svg, dark.svg, source);
  said.push({ told, same: alone.outerHTML === light.svg.outerHTML });
}
console.log(JSON.stringify(said));
