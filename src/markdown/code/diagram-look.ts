import { createRequire } from 'node:module';
import type { DiagramRequest, PageColour } from '../../diagrams/diagram.ts';
import { readPalette } from '../../palette.ts';

/** What diagrams look like here: the colours of the page's style sheet, and the face that labels are measured in. */
export type DiagramLook = Pick<DiagramRequest, 'palette' | 'fonts'>;

const face = '@expo-google-fonts/noto-sans-sc';

/** @throws Error when the page's style sheet lacks a colour that diagrams need */
export function readDiagramLook(): DiagramLook {
  const { resolve } = createRequire(import.meta.url);
  const colours = readPalette();
  const colour = (name: string): PageColour => {
    const pair = colours.get(name);
    if (!pair) throw new Error(`The style sheet has no "--${name}: light-dark(…)", which diagrams need.`);
    return { name, ...pair };
  };
  return {
    palette: {
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
    },
    fonts: {
      400: resolve(`${face}/400Regular/NotoSansSC_400Regular.ttf`),
      600: resolve(`${face}/600SemiBold/NotoSansSC_600SemiBold.ttf`),
      700: resolve(`${face}/700Bold/NotoSansSC_700Bold.ttf`),
    },
  };
}
