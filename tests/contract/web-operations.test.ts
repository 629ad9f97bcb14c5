import { readdirSync, readFileSync } from 'node:fs';
import { buildSchema, type DocumentNode, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';

const pages = new URL('../../apps/web/src/lib/server/', import.meta.url);

/** Everything the pages ask of a service, as written in `graphql(`…`)`. */
function documentsIn(folder: URL): readonly DocumentNode[] {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) =>
      [
        ...readFileSync(new URL(file, folder), 'utf8').matchAll(/graphql\(\s*(?:\/\*.*?\*\/)?\s*`([^`]*)`/gs),
      ].map(([, text]) => parse(text ?? '')),
    );
}

describe.each([
  { service: 'api', folder: 'operations/' },
  { service: 'protection', folder: 'protection-operations/' },
])("the pages' $folder", ({ service, folder }) => {
  const documents = documentsIn(new URL(folder, pages));

  it('are found', () => {
    expect(documents.length).toBeGreaterThan(20);
  });

  it('are all valid against the committed schema of the service', () => {
    const schema = buildSchema(
      readFileSync(new URL(`../../apps/${service}/schema.graphql`, import.meta.url), 'utf8'),
    );
    const definitions = documents.flatMap((document) => document.definitions);
    const problems = validate(schema, { kind: 'Document', definitions } as DocumentNode).map(
      (error) => error.message,
    );
    expect(problems).toEqual([]);
  });
});
