import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);
const katex = (name: string): string => resolve(`katex/dist/fonts/KaTeX_${name}.ttf`);

/** The complete fonts: what is drawn is not cut. Behind the first two those that have signs of formulas. */
export const pictureFonts = [
  {
    name: 'Serif',
    weight: 700,
    file: resolve('@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf'),
  },
  {
    name: 'Sans',
    weight: 400,
    file: resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
  },
  { name: 'Signs', weight: 400, file: katex('Main-Regular') },
  { name: 'More signs', weight: 400, file: katex('AMS-Regular') },
  { name: 'Letters', weight: 400, file: katex('Math-Italic') },
  { name: 'Large signs', weight: 400, file: katex('Size1-Regular') },
] as const;
