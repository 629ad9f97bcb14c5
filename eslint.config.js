import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import typescript from 'typescript-eslint';

export default typescript.config(
  {
    ignores: [
      '**/node_modules/**',
      '**/build/**',
      '**/.svelte-kit/**',
      '**/coverage/**',
      'data/**',
      'tests/.output/**',
      'apps/web/src/lib/paraglide/**',
      'apps/web/src/lib/server/generated/**',
      'packages/messages/project.inlang/cache/**',
    ],
  },
  js.configs.recommended,
  ...typescript.configs.recommended,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: globals.node },
    rules: {
      eqeqeq: 'error',
      'no-console': 'off',
      'no-control-regex': 'off',
      'no-undef': 'off',
      'no-misleading-character-class': 'off',
      'no-irregular-whitespace': ['error', { skipStrings: true, skipRegExps: true, skipTemplates: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only: one name from file to use.' },
        { selector: 'TSEnumDeclaration', message: 'Closed lists are `as const` data.' },
      ],
    },
  },
  {
    files: ['**/*.config.js', '**/*.config.ts', '**/codegen.ts', '.dependency-cruiser.js'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { parser: typescript.parser, extraFileExtensions: ['.svelte'] },
    },
    rules: {
      // Links go to our own pages without a base path.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
);
