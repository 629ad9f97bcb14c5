export { BadCursor, NotFound } from '@samleng/server';
