import { paraglideVitePlugin } from '@inlang/paraglide-js';
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { join } from 'node:path';
import { defineConfig } from 'vite';
import { nameLanguages } from './name-languages.ts';

// From this file on: tools read it from other folders too.
nameLanguages(join(import.meta.dirname, '../../packages/messages'));

export default defineConfig({
  plugins: [
    // Pages are made on the server only (`csr = false` in the root layout): words never travel as script.
    paraglideVitePlugin({
      project: '../../packages/messages/project.inlang',
      outdir: './src/lib/paraglide',
      strategy: ['baseLocale'],
      outputStructure: 'locale-modules',
    }),
    sveltekit({
      adapter: adapter({ out: 'build' }),
      // Children's pages register it themselves, once they have loaded.
      serviceWorker: { register: false },
    }),
  ],
  build: {
    // No page ships bundled script; what runs in browsers is written plainly in lib/enhance. Styles are lowered.
    target: ['es2020', 'chrome80', 'safari14'],
    cssTarget: ['chrome80', 'safari14'],
    // Fonts, pictures and enhancement scripts are files of their own: the content policy forbids data: addresses.
    assetsInlineLimit: 0,
  },
});
