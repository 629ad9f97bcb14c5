import type { CodegenConfig } from '@graphql-codegen/cli';

/** Types every operation of the pages against the printed schema of the participation service. */
const config: CodegenConfig = {
  schema: process.env['SCHEMA'] ?? '../api/schema.graphql',
  documents: ['src/lib/server/operations/**/*.ts'],
  ignoreNoDocuments: true,
  generates: {
    './src/lib/server/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        enumsAsTypes: true,
        useTypeImports: true,
        skipTypename: true,
        importExtension: '.ts',
        defaultScalarType: 'unknown',
        scalars: { Date: 'string', DateTime: 'string', ID: 'string' },
      },
    },
  },
};

export default config;
