import 'reflect-metadata';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { protectionSchema } from '../schema.ts';

// Prints the schema of the protection desk as it is committed in schema.graphql.
process.stdout.write(`${printSchema(lexicographicSortSchema(await protectionSchema()))}\n`);
