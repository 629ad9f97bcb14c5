import { readdirSync, readFileSync } from 'node:fs';
import { buildSchema, type DocumentNode, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';

const folder = new URL('../../apps/web/src/lib/server/operations/', import.meta.url);
const schema = buildSchema(readFileSync(new URL('../../apps/api/schema.graphql', import.meta.url), 'utf8'));

/** Everything the pages ask of the service, as written in `graphql(`…`)`. */
const documents: readonly { file: string; document: DocumentNode }[] = readdirSync(folder, {
  recursive: true,
})
  .map(String)
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) =>
    [
      ...readFileSync(new URL(file, folder), 'utf8').matchAll(/graphql\(\s*(?:\/\*.*?\*\/)?\s*`([^`]*)`/gs),
    ].map(([, text]) => ({ file, document: parse(text ?? '') })),
  );

describe("the pages' operations", () => {
  it('are found', () => {
    expect(documents.length).toBeGreaterThan(20);
  });

  it('are all valid against the committed schema', () => {
    const definitions = documents.flatMap(({ document }) => document.definitions);
    const problems = validate(schema, { kind: 'Document', definitions } as DocumentNode).map(
      (error) => error.message,
    );
    expect(problems).toEqual([]);
  });
});
