import type { CodegenConfig } from '@graphql-codegen/cli';

const asWritten = {
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
} as const;

/** Types every operation of the pages against the printed schema of the service it goes to. */
const config: CodegenConfig = {
  ignoreNoDocuments: true,
  generates: {
    './src/lib/server/generated/': {
      ...asWritten,
      schema: process.env['SCHEMA'] ?? '../api/schema.graphql',
      documents: ['src/lib/server/operations/**/*.ts'],
    },
    './src/lib/server/generated/protection/': {
      ...asWritten,
      schema: process.env['PROTECTION_SCHEMA'] ?? '../protection/schema.graphql',
      documents: ['src/lib/server/protection-operations/**/*.ts'],
    },
  },
};

export default config;
