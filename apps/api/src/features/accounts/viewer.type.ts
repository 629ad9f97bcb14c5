import type { Role } from '@samleng/vocabulary';
import { Field, ID, ObjectType } from 'type-graphql';
import { RoleEnum } from '../../graph/enums.ts';

@ObjectType('ViewerCan', { description: 'Which parts of the product are open to the viewer.' })
export class ViewerCanNode {
  @Field(() => Boolean, { description: 'Whether the viewer moderates concerns somewhere.' })
  moderate!: boolean;

  @Field(() => Boolean, { description: 'Whether the viewer answers for an office.' })
  answer!: boolean;

  @Field(() => Boolean, { description: 'Whether the viewer administers the product.' })
  administer!: boolean;

  @Field(() => Boolean, { description: 'Whether the viewer may see figures for reports.' })
  seeInsight!: boolean;
}

@ObjectType('Grant', { description: 'A role an account holds, and where.' })
export class GrantNode {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => RoleEnum, { description: 'What the account may do.' })
  role!: Role;
}

@ObjectType('Viewer', { description: "Who asks: a staff member, a child's device, or a stranger." })
export class ViewerNode {
  @Field(() => Boolean, {
    description: 'Whether the passphrase was given again within the last five minutes.',
  })
  isReauthenticated!: boolean;

  @Field(() => ViewerCanNode, { description: 'Which parts of the product are open to the viewer.' })
  viewerCan!: ViewerCanNode;
}
