import { GraphQLError } from 'graphql/index.js';

/** The cursor was not made by this list. */
export class BadCursor extends GraphQLError {
  constructor() {
    super('This cursor does not belong to this list.', { extensions: { code: 'BAD_CURSOR' } });
  }
}

/** What is not there and what one may not see answer alike. */
export class NotFound extends GraphQLError {
  constructor() {
    super('There is no such thing, or it is not yours to see.', { extensions: { code: 'NOT_FOUND' } });
  }
}
