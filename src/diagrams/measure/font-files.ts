import { createRequire } from 'node:module';

/** A weight of the face that all diagrams are measured in. */
export type FaceWeight = 400 | 600 | 700;

const require = createRequire(import.meta.url);
const PACKAGE = '@expo-google-fonts/noto-sans-sc';

/**
 * Complete TTFs of Noto Sans SC: a subset would measure what it lacks with another font than the page's.
 * Each Han glyph is 1 em wide in it as in the readers' own Chinese sans faces, so only Latin can differ.
 */
export const FONT_FILES: Readonly<Record<FaceWeight, string>> = {
  400: require.resolve(`${PACKAGE}/400Regular/NotoSansSC_400Regular.ttf`),
  600: require.resolve(`${PACKAGE}/600SemiBold/NotoSansSC_600SemiBold.ttf`),
  700: require.resolve(`${PACKAGE}/700Bold/NotoSansSC_700Bold.ttf`),
};
