import { defineConfig } from 'vitest/config';
import { virtualModule } from './src/build/virtual-module.ts';
import { listTraditional } from './src/proofreading/traditional-characters.ts';

/** Tests of the built site wait for builds, and for a browser to be unpacked and started. */
const patient = { testTimeout: 120_000, hookTimeout: 180_000 };

export default defineConfig({
  plugins: [virtualModule('virtual:traditional', () => listTraditional('备案机体翻译资料库'))],
  test: {
    expect: {
      // A test that asserts nothing cannot fail.
      requireAssertions: true,
      // What is awaited comes in a second on a machine that is free, and this says nothing of the others.
      poll: { timeout: 30_000 },
    },
    reporters: ['default', './tests/reporter.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          testTimeout: 60_000,
          // Otherwise it is empty, even when it is imported as text.
          css: { include: /katex/ },
        },
      },
      {
        extends: true,
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          globalSetup: './tests/build/global-setup.ts',
          ...patient,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: './tests/build/global-setup.ts',
          ...patient,
        },
      },
    ],
  },
});
