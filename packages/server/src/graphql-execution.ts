// The file is named: bundlers take graphql's other build for the bare name, and the two do not know each other's
// schemas.
import {
  GraphQLError,
  execute,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql/index.js';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';

export type OperationToRun = {
  document: DocumentNode;
  /** Of the text, so that the same text is compiled once. */
  queryHash: string;
  operationName: string | null | undefined;
  variables: Record<string, unknown>;
  context: unknown;
};

export type RunOperation = (operation: OperationToRun) => Promise<ExecutionResult>;

/** Compiled operations kept; the least recently used goes first. */
const compiledMost = 500;

/** Runs operations with the reference implementation. */
export function interpreted(schema: GraphQLSchema): RunOperation {
  return async ({ document, operationName, variables, context }) =>
    execute({
      schema,
      document,
      ...(operationName ? { operationName } : {}),
      variableValues: variables,
      contextValue: context,
    });
}

/**
 * Runs operations compiled to code, about twice as fast (COUNTING, "Speed of the service"). Compiled
 * operations are kept by text and operation, a bounded number of them; one that cannot be compiled is
 * interpreted.
 *
 * One difference to know: where a field has no resolver of its own, a property that is a function is not called.
 */
export function compiled(schema: GraphQLSchema): RunOperation {
  const kept = new Map<string, CompiledQuery>();
  const interpret = interpreted(schema);
  return async (operation) => {
    const key = `${operation.queryHash}:${operation.operationName ?? ''}`;
    let query = kept.get(key);
    kept.delete(key);
    if (!query) {
      const attempt = compileQuery(schema, operation.document, operation.operationName ?? undefined, {
        useExperimentalPathBasedSkipInclude: true,
      });
      if (!isCompiledQuery(attempt)) return interpret(operation);
      query = attempt;
    }
    kept.set(key, query);
    if (kept.size > compiledMost) kept.delete(kept.keys().next().value!);
    return (await query.query(undefined, operation.context, operation.variables)) as ExecutionResult;
  };
}

/**
 * Gives up waiting after so many milliseconds. What was begun is not undone: statements end by the database's
 * own limit, and a write repeated under the same idempotency key gives the same result.
 */
export async function withinTime<Value>(work: Promise<Value>, milliseconds: number): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () =>
        reject(
          new GraphQLError('This took too long. Please try again.', {
            extensions: { code: 'TOO_SLOW', http: { status: 503, headers: new Map([['retry-after', '5']]) } },
          }),
        ),
      milliseconds,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
