import { type ClassType, Field, ObjectType } from 'type-graphql';
import { ProblemType } from './problem.type.ts';

/**
 * The payload type of a mutation that gives one thing: the thing, or null with the reasons for a refusal.
 *
 * @example export const OpenOfficePayload = payloadTypeOf('OpenOffice', 'office', () => OfficeNode);
 */
export function payloadTypeOf<Node extends object>(deed: string, thing: string, node: () => ClassType<Node>) {
  class Payload {
    problems!: readonly ProblemType[];
  }
  ObjectType(`${deed}Payload`, { description: 'What came of it.' })(Payload);
  Field(node, { nullable: true, description: 'How it stands now; empty when it was refused.' })(
    Payload.prototype,
    thing,
  );
  tellProblems(Payload.prototype);
  return Payload as ClassType<object>;
}

/** The payload type of a mutation after which there is nothing to show. */
export function bareTypeOf(deed: string) {
  class Payload {
    problems!: readonly ProblemType[];
  }
  ObjectType(`${deed}Payload`, { description: 'What came of it.' })(Payload);
  tellProblems(Payload.prototype);
  return Payload as ClassType<object>;
}

function tellProblems(prototype: object): void {
  Field(() => [ProblemType], { description: 'Why it was refused; empty when it was done.' })(
    prototype,
    'problems',
  );
}
