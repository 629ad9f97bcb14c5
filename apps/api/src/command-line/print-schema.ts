import 'reflect-metadata';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { participationSchema } from '../schema.ts';

// Prints the schema of the participation service as it is committed in schema.graphql.
process.stdout.write(`${printSchema(lexicographicSortSchema(await participationSchema()))}\n`);
