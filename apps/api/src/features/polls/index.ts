export { Ballot, CountedBallot, PollKey, PollResult } from './ballot.entity.ts';
export { Card, CardBatch, CardDraw } from './card.entity.ts';
export { type CastingWatch, createCastingWatch } from './casting-watch.ts';
export { PaperSheet, Poll, PollOption } from './poll.entity.ts';
export { PollConnection, PollNode } from './poll.type.ts';
export { pollsById } from './poll.queries.ts';
export { recountPolls } from './recount-polls.ts';
export { resultsOf } from './poll-results.ts';
