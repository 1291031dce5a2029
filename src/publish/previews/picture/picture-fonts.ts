import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

/** The complete fonts: what is drawn is not cut. */
export const serif = resolve('@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf');
export const sans = resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf');

/** For the signs of formulas that the others lack. */
export const signs = resolve('katex/dist/fonts/KaTeX_Main-Regular.ttf');
