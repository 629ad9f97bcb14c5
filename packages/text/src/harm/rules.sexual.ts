import { any, anywhere, me, meAnywhere, near, victim, type Rule } from './rule.ts';

/** Sexual violence, pictures and blackmail. */
export const sexualRules: readonly Rule[] = [
  // Sexual violence
  { kind: 'SEXUAL_VIOLENCE', urgent: true, act: ['RAPE'] },
  { kind: 'SEXUAL_VIOLENCE', urgent: true, act: ['GROPE'], with: [meAnywhere] },
  {
    kind: 'SEXUAL_VIOLENCE',
    urgent: true,
    act: ['GROPE'],
    with: [any('THEM', 'ACTOR'), anywhere('FEAR', 'SECRET', 'CRY')],
  },
  { kind: 'SEXUAL_VIOLENCE', urgent: true, act: ['TOUCH'], with: [victim, any('PRIVATE')] },
  { kind: 'SEXUAL_VIOLENCE', urgent: true, act: ['TOUCH'], with: [victim, any('ACTOR')], unless: ['CARER'] },
  {
    kind: 'SEXUAL_VIOLENCE',
    urgent: true,
    act: ['TOUCH', 'HUG'],
    with: [victim, anywhere('FEAR', 'SECRET', 'DISLIKE', 'ALONE', 'ENTER_ROOM', 'FORCE', 'UNDRESS', 'GIFT')],
  },
  {
    kind: 'SEXUAL_VIOLENCE',
    urgent: true,
    act: ['PRIVATE'],
    with: [near(30, 'WATCH', 'SHARE', 'PICTURE', 'PAIN'), victim, any('ACTOR', 'SECRET', 'FEAR')],
  },
  {
    kind: 'SEXUAL_VIOLENCE',
    urgent: true,
    act: ['PRIVATE'],
    with: [near(12, 'ACTOR', 'ME', 'OBJECT_ME'), anywhere('CRY', 'SECRET', 'FEAR')],
    unless: ['HARMLESS'],
  },
  {
    kind: 'SEXUAL_VIOLENCE',
    urgent: true,
    act: ['UNDRESS'],
    with: [victim, any('ACTOR', 'FORCE', 'MADE', 'WATCH', 'INVITE')],
  },
  {
    kind: 'SEXUAL_VIOLENCE',
    urgent: true,
    act: ['PORN'],
    with: [me, any('WATCH', 'INVITE', 'SHARE', 'SECRET', 'FORCE', 'ACTOR')],
  },
  {
    kind: 'SEXUAL_VIOLENCE',
    urgent: true,
    act: ['LIE_ON'],
    with: [meAnywhere, anywhere('ACTOR', 'PAIN', 'FEAR')],
  },
  {
    kind: 'SEXUAL_VIOLENCE',
    urgent: true,
    act: ['SLEEP_WITH'],
    with: [any('FORCE', 'MADE', 'DEMAND', 'DISLIKE', 'SECRET', 'GIFT', 'INVITE', 'NOT'), meAnywhere],
  },
  {
    kind: 'SEXUAL_VIOLENCE',
    urgent: true,
    act: ['SLEEP_WITH'],
    with: [any('FORCE', 'MADE', 'DEMAND'), any('ACTOR')],
  },
  {
    kind: 'SEXUAL_VIOLENCE',
    urgent: true,
    act: ['ENTER_ROOM'],
    with: [any('ACTOR'), anywhere('NIGHT', 'FEAR', 'SECRET', 'TOUCH', 'GROPE'), meAnywhere],
    unless: ['CARER'],
  },
  { kind: 'SEXUAL_VIOLENCE', urgent: true, act: ['BATHE'], with: [near(40, 'WATCH'), victim, any('ACTOR')] },
  {
    kind: 'SEXUAL_VIOLENCE',
    act: ['ALONE'],
    with: [near(50, 'INVITE'), any('ACTOR'), anywhere('ME', 'OBJECT_ME', 'GENERAL')],
    unless: ['CARER', 'ABANDON'],
    aboutGroups: true,
  },
  {
    kind: 'SEXUAL_VIOLENCE',
    act: ['TOUCH'],
    with: [near(60, 'INVITE', 'FORCE'), any('NIGHT', 'ALONE', 'GIFT'), meAnywhere],
  },
  {
    kind: 'SEXUAL_VIOLENCE',
    urgent: true,
    act: ['PREGNANT'],
    with: [{ any: ['ME'], within: 20, side: 'before' }],
  },
  {
    kind: 'SEXUAL_VIOLENCE',
    urgent: true,
    act: ['PREGNANT'],
    with: [anywhere('FEAR', 'SECRET', 'FORCE'), meAnywhere],
  },
  { kind: 'SEXUAL_VIOLENCE', act: ['GIFT'], with: [anywhere('SECRET'), any('ACTOR'), me] },

  // Pictures and blackmail
  { kind: 'ONLINE_SEXUAL_EXTORTION', urgent: true, act: ['NUDE'] },
  {
    kind: 'ONLINE_SEXUAL_EXTORTION',
    urgent: true,
    act: ['PICTURE'],
    with: [any('SHARE', 'WATCH'), anywhere('DEMAND', 'THREATEN'), meAnywhere],
  },
  {
    kind: 'ONLINE_SEXUAL_EXTORTION',
    urgent: true,
    act: ['UNDRESS'],
    with: [near(40, 'PICTURE', 'WATCH', 'SHARE'), meAnywhere],
  },
];
