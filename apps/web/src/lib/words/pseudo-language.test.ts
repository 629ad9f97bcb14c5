import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from '@inlang/paraglide-js';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { createServer, type Plugin, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nameLanguages } from '../../../name-languages.ts';

// A third language, made of one file: English in brackets. What a page shows outside of brackets is hard-wired.

const web = fileURLToPath(new URL('../../..', import.meta.url));
const messages = fileURLToPath(new URL('../../../../../packages/messages', import.meta.url));
/** A code that no language has (ISO 639-2 keeps qaa to qtz for own use). */
const pseudo = 'qps';

type Forms = { match: Record<string, string> };
const inBrackets = (text: string) => `⟦${text}⟧`;

function pseudoWords(): Record<string, unknown> {
  const { 'plugin.inlang.messageFormat': format } = JSON.parse(
    readFileSync(`${messages}/project.inlang/settings.json`, 'utf8'),
  ) as { 'plugin.inlang.messageFormat': { pathPattern: string[] } };
  const files = format.pathPattern.filter((path) => path.includes('{locale}/'));
  const english = files.map(
    (path) =>
      JSON.parse(readFileSync(join(messages, path.replace('{locale}', 'en')), 'utf8')) as Record<
        string,
        string | Forms[]
      >,
  );
  return Object.fromEntries(
    Object.entries(Object.assign({}, ...english) as Record<string, string | Forms[]>).map(
      ([key, message]) => [
        key,
        typeof message === 'string'
          ? inBrackets(message)
          : message.map((forms) => ({
              ...forms,
              match: Object.fromEntries(
                Object.entries(forms.match).map(([form, text]) => [form, inBrackets(text)]),
              ),
            })),
      ],
    ),
  );
}

let folder: string;
let vite: ViteDevServer;
let languages: string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'samleng-pseudo-'));
  mkdirSync(join(folder, 'messages'));
  for (const language of ['km', 'en'])
    symlinkSync(join(messages, 'messages', language), join(folder, 'messages', language));
  symlinkSync(join(messages, 'node_modules'), join(folder, 'node_modules'));
  cpSync(join(messages, 'project.inlang/settings.json'), join(folder, 'project.inlang/settings.json'));
  writeFileSync(join(folder, 'messages', `${pseudo}.json`), JSON.stringify(pseudoWords()));
  languages = nameLanguages(folder);
  await compile({
    project: join(folder, 'project.inlang'),
    outdir: join(folder, 'paraglide'),
    strategy: ['baseLocale'],
    outputStructure: 'locale-modules',
  });
  const elsewhere: Plugin = {
    name: 'words of the third language',
    enforce: 'pre',
    resolveId(id) {
      if (id.startsWith('#lib/paraglide/')) return join(folder, id.slice('#lib/'.length));
      return id === '$app/state' ? '\0state' : null;
    },
    load: (id) =>
      id === '\0state'
        ? `export const page = { url: new URL('http://here/raise'), route: { id: '/(child)/raise' },
            data: { nonce: '', language: '${pseudo}', isDemo: true } };`
        : null,
  };
  vite = await createServer({
    root: web,
    configFile: false,
    logLevel: 'error',
    server: { middlewareMode: true, watch: null, ws: false },
    optimizeDeps: { noDiscovery: true },
    plugins: [elsewhere, svelte({ configFile: false })],
  });
  const runtime = (await vite.ssrLoadModule('#lib/paraglide/runtime.js')) as {
    overwriteGetLocale(speak: () => string): void;
  };
  runtime.overwriteGetLocale(() => pseudo);
}, 60_000);
afterAll(async () => {
  await vite.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A page's words that came from no message: outside of all brackets. */
async function hardWired(path: string, props: object): Promise<string[]> {
  const { default: component } = await vite.ssrLoadModule(join(web, 'src', path));
  const { render } = (await vite.ssrLoadModule('svelte/server')) as {
    render(component: unknown, options: object): { body: string };
  };
  const { body } = render(component, { props });
  const spoken = [...body.matchAll(/\s(?:aria-label|title|placeholder|alt)="([^"]*)"/g)].map(
    ([, text]) => text,
  );
  const seen = body.replace(/<(code|script)[^]*?<\/\1>/g, ' ').replace(/<[^>]*>/g, '\n');
  const outside = [...spoken, seen].join('\n').replace(/⟦[^⟦⟧]*⟧/g, ' ');
  // Nested: a message inside another's name to fill.
  const left = outside.replace(/⟦[^⟦⟧]*⟧/g, ' ').replace(/[⟦⟧]/g, ' ');
  return left.split('\n').flatMap((line) => line.match(/\p{L}[\p{L}\p{M} ]+/gu) ?? []);
}

/** What people are called and places, in /design; and the product's own name. */
const names = /^(?:Samleng|School toilet|Preaek Kruos|Lvea Primary School|ខ្មែរ)\s*$/;
const raised = {
  receipt: '0123456789012345',
  key: '',
  category: 'HEALTH',
  commune: null,
  village: null,
  text: '',
  voice: null,
  about: { sex: null, ageBand: null, disability: null, inSchool: null },
  aboutOffice: null,
  isRemembered: false,
  hasSeenSimilar: false,
};
const child = 'routes/(child)/';

describe('a language that is one file', () => {
  it('is there without being named anywhere else', () => {
    expect(languages).toEqual(['km', 'en', pseudo]);
  });

  it.each<[string, object]>([
    [`${child}+page.svelte`, { data: { commune: null } }],
    [`${child}raise/Lanes.svelte`, {}],
    [`${child}raise/About.svelte`, { values: raised, place: null, villages: [], choice: null }],
    [
      `${child}raise/Text.svelte`,
      { values: raised, place: null, problems: [{ code: 'TOO_LONG' }], unsent: 'away', badVoice: 'lost' },
    ],
    [`${child}raise/Sent.svelte`, { receipt: raised.receipt, commune: null, isEarlier: true }],
    [`${child}offline/+page.svelte`, {}],
    [`${child}outbox/+page.svelte`, {}],
    [`${child}about-me/+page.svelte`, { data: { about: raised.about, isSaved: true } }],
    [`${child}design/+page.svelte`, {}],
  ])('is what %s is written in, every word', async (path, props) => {
    const left = await hardWired(path, props);
    expect(left.filter((text) => !names.test(text.trim()))).toEqual([]);
  });
});
