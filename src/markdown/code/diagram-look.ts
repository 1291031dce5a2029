import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import postcss from 'postcss';
import type { DiagramRequest, PageColour, Palette } from '../../diagrams/diagram.ts';

/** What diagrams look like here: the colours of the page's style sheet, and the face that labels are measured in. */
export type DiagramLook = Pick<DiagramRequest, 'palette' | 'fonts'>;

const styleSheet = new URL('../../layouts/styles/tokens.css', import.meta.url);
const face = '@expo-google-fonts/noto-sans-sc';

export function readDiagramLook(): DiagramLook {
  const { resolve } = createRequire(import.meta.url);
  return {
    palette: readPalette(readFileSync(styleSheet, 'utf8')),
    fonts: {
      400: resolve(`${face}/400Regular/NotoSansSC_400Regular.ttf`),
      600: resolve(`${face}/600SemiBold/NotoSansSC_600SemiBold.ttf`),
      700: resolve(`${face}/700Bold/NotoSansSC_700Bold.ttf`),
    },
  };
}

/** @throws Error for a colour that the style sheet has not as `light-dark(#…, #…)` */
export function readPalette(css: string): Palette {
  const pairs = new Map<string, PageColour>();
  postcss.parse(css).walkDecls(/^--/, ({ prop, value }) => {
    const [, light, dark] = /^light-dark\((#\w{6}), (#\w{6})\)$/.exec(value) ?? [];
    if (light && dark) pairs.set(prop, { name: prop.slice(2), light, dark });
  });
  const colour = (name: string): PageColour => {
    const pair = pairs.get(`--${name}`);
    if (!pair)
      throw new Error(`tokens.css has no "--${name}: light-dark(#rrggbb, #rrggbb)", which diagrams need.`);
    return pair;
  };
  return {
    background: colour('bg'),
    surface: colour('bg2'),
    text: colour('ink'),
    mutedText: colour('ink2'),
    line: colour('line2'),
    faintLine: colour('line'),
    red: colour('zhu'),
    blue: colour('qing'),
    green: colour('lv'),
    brown: colour('zhe'),
  };
}
