import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/', '.astro/', '.cache/', '.building/', 'node_modules/', 'tests/fixtures/'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  ...tseslint.configs.stylistic,
  ...astro.configs.recommended,
  {
    rules: {
      // TypeScript checks names itself, and knows the globals of both worlds.
      'no-undef': 'off',
      // The ideographic space belongs to Chinese titles: 第一章　上.
      'no-irregular-whitespace': [
        'error',
        { skipStrings: true, skipRegExps: true, skipComments: true, skipTemplates: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
);
