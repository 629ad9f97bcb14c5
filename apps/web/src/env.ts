import { defineEnvVars } from '@sveltejs/kit/env';

export const variables = defineEnvVars({
  API_URL: {
    description: 'Where the participation service answers, without a path',
    schema: (value) => value?.replace(/\/+$/, '') || 'http://127.0.0.1:4000',
  },
  WEB_KEY: {
    description: 'The secret by which the service believes the client address that the pages name',
    schema: (value) => value ?? '',
  },
  PROTECTION_URL: {
    description: 'Where the protection desk answers, without a path',
    schema: (value) => value?.replace(/\/+$/, '') || 'http://127.0.0.1:4100',
  },
  PROTECTION_WEB_KEY: {
    description: 'The secret by which the desk believes the client address that the pages name',
    schema: (value) => value ?? '',
  },
  SAMLENG_MODE: {
    description: 'demo (a banner on every page, invented data) or live',
    schema: (value): 'demo' | 'live' => {
      if (value === undefined || value === '' || value === 'demo') return 'demo';
      if (value === 'live') return 'live';
      throw new Error('is demo or live');
    },
  },
  PUBLIC_URL: {
    description: 'The address people type, for links on printed posters; by default that of the request',
    schema: (value) => value?.replace(/\/+$/, '') || undefined,
  },
});
