import type { WordClass } from './classes.ts';

/** What a person may disclose. */
export const HARM_KINDS = [
  'PHYSICAL_VIOLENCE',
  'SEXUAL_VIOLENCE',
  'ONLINE_SEXUAL_EXTORTION',
  'SELF_HARM',
  'EXPLOITATION',
  'LABOUR',
  'FORCED_MARRIAGE',
  'NEGLECT',
  'CONFINEMENT',
  'BULLYING',
  'THREAT',
  'FEAR_OR_CALL_FOR_HELP',
] as const;
export type HarmKind = (typeof HARM_KINDS)[number];

/** Something that must be said near the act. */
export interface Near {
  readonly any: readonly WordClass[];
  /** Characters between it and the act at most; without it, anywhere in the sentence. */
  readonly within?: number;
  readonly side?: 'before' | 'after';
  /** Anywhere in the text: children put full stops where they like. */
  readonly text?: true;
}

export interface Rule {
  readonly kind: HarmKind;
  readonly urgent?: true;
  readonly act: readonly WordClass[];
  readonly with?: readonly Near[];
  /** What, said in the sentence, takes the meaning away, beside what does so for every rule. */
  readonly unless?: readonly WordClass[];
  /** Whether it counts when said of a group: "asks girls to stay alone". */
  readonly aboutGroups?: true;
  /** Whether games and sport take the meaning away, unless it is done to the writer. */
  readonly play?: true;
}

const me: Near = { any: ['ME', 'OBJECT_ME'] };
const meNear = (within: number): Near => ({ any: ['ME', 'OBJECT_ME'], within });
const meAfter = (within: number): Near => ({ any: ['ME', 'OBJECT_ME'], within, side: 'after' });
const meAnywhere: Near = { any: ['ME', 'OBJECT_ME'], text: true };
const any = (...classes: WordClass[]): Near => ({ any: classes });
const anywhere = (...classes: WordClass[]): Near => ({ any: classes, text: true });
const near = (within: number, ...classes: WordClass[]): Near => ({ any: classes, within });
const victim = near(40, 'ME', 'OBJECT_ME');

/**
 * One line a pattern. They lean to firing: a sign only moves a text up the queue, a missed one leaves a child
 * waiting. To teach a new word, add it to the lexicon; to teach a new pattern, add a line here.
 */
export const rules: readonly Rule[] = [
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
    with: [victim, any('ACTOR', 'FORCE', 'WATCH', 'INVITE')],
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
    with: [any('FORCE', 'DEMAND', 'DISLIKE', 'SECRET', 'GIFT', 'INVITE', 'NOT'), meAnywhere],
  },
  {
    kind: 'SEXUAL_VIOLENCE',
    urgent: true,
    act: ['SLEEP_WITH'],
    with: [any('FORCE', 'DEMAND'), any('ACTOR')],
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

  // Self-harm
  { kind: 'SELF_HARM', urgent: true, act: ['WANT_TO_DIE'] },
  { kind: 'SELF_HARM', urgent: true, act: ['HOPELESS'], with: [meAnywhere] },
  { kind: 'SELF_HARM', urgent: true, act: ['CUT_MYSELF'], with: [meAnywhere], unless: ['ACCIDENT'] },
  { kind: 'SELF_HARM', urgent: true, act: ['OVERDOSE'], with: [meNear(30)] },
  { kind: 'SELF_HARM', urgent: true, act: ['WEAPON', 'DEATH_SIGN'], with: [near(20, 'MYSELF')] },
  {
    kind: 'SELF_HARM',
    urgent: true,
    act: ['DEATH_SIGN'],
    with: [meNear(25), anywhere('CRY', 'HOPELESS', 'DISLIKE')],
  },

  // Blows and other harm to the body
  {
    kind: 'PHYSICAL_VIOLENCE',
    act: ['HIT'],
    with: [near(45, 'ME', 'OBJECT_ME')],
    play: true,
    unless: ['ACCIDENT'],
  },
  {
    kind: 'PHYSICAL_VIOLENCE',
    act: ['HIT'],
    with: [near(30, 'THEM', 'PASSIVE'), meAnywhere, any('ACTOR')],
    play: true,
    unless: ['ACCIDENT'],
  },
  {
    kind: 'PHYSICAL_VIOLENCE',
    act: ['HIT'],
    with: [anywhere('HELP_ME', 'CRY', 'FEAR'), any('ACTOR')],
    play: true,
  },
  {
    kind: 'PHYSICAL_VIOLENCE',
    urgent: true,
    act: ['HIT', 'BURN_OR_TIE'],
    with: [anywhere('NOW', 'WEAPON'), meAnywhere],
    play: true,
    unless: ['ACCIDENT', 'HARMLESS'],
  },
  { kind: 'PHYSICAL_VIOLENCE', urgent: true, act: ['BURN_OR_TIE'], with: [meAnywhere] },
  {
    kind: 'PHYSICAL_VIOLENCE',
    act: ['INJURY'],
    with: [meAnywhere, anywhere('HIT', 'ACTOR', 'ABUSE')],
    unless: ['ACCIDENT', 'HARMLESS'],
    play: true,
  },
  { kind: 'PHYSICAL_VIOLENCE', act: ['ABUSE'], with: [meAnywhere], unless: ['ACCIDENT'] },
  {
    kind: 'PHYSICAL_VIOLENCE',
    act: ['THROW'],
    with: [me, any('ACTOR'), anywhere('FEAR', 'DRUNK', 'SHOUT', 'RUN_AWAY', 'QUARREL')],
    play: true,
  },
  {
    kind: 'PHYSICAL_VIOLENCE',
    act: ['DRUNK'],
    with: [
      anywhere('HIT', 'SHOUT', 'THROW', 'FEAR', 'QUARREL', 'ABUSE', 'RUN_AWAY'),
      meAnywhere,
      any('ACTOR'),
    ],
  },
  {
    kind: 'PHYSICAL_VIOLENCE',
    act: ['QUARREL'],
    with: [any('ACTOR', 'THEM'), anywhere('RUN_AWAY', 'FEAR', 'THROW', 'WEAPON', 'DRUNK'), meAnywhere],
    play: true,
  },
  {
    kind: 'PHYSICAL_VIOLENCE',
    act: ['SHOUT'],
    with: [me, any('ACTOR'), anywhere('HIT', 'FEAR', 'CRY', 'THROW', 'HOPELESS')],
    unless: ['HARMLESS'],
  },
  { kind: 'BULLYING', act: ['BULLY'], with: [meAnywhere], unless: ['LESSON'] },

  // Threats
  {
    kind: 'THREAT',
    urgent: true,
    act: ['KILL'],
    with: [{ any: ['ME', 'OBJECT_ME', 'THEM'], within: 30 }, any('ACTOR'), meAnywhere],
    play: true,
    unless: ['HARMLESS'],
  },
  {
    kind: 'THREAT',
    urgent: true,
    act: ['WEAPON'],
    with: [near(40, 'AIM', 'THREATEN'), anywhere('FEAR', 'THREATEN'), meAnywhere],
  },
  {
    kind: 'THREAT',
    urgent: true,
    act: ['WEAPON'],
    with: [near(25, 'AIM'), any('ACTOR'), meAfter(25)],
    play: true,
  },
  { kind: 'THREAT', act: ['THREATEN'], with: [meNear(40), any('ACTOR', 'FEAR', 'DEMAND')] },

  // Sold, taken, tricked, locked up
  { kind: 'EXPLOITATION', urgent: true, act: ['SELL'], with: [meAnywhere] },
  {
    kind: 'EXPLOITATION',
    urgent: true,
    act: ['TAKE_AWAY'],
    with: [
      any('ABROAD', 'LABOUR', 'SELL', 'MARRY'),
      meAnywhere,
      any('FORCE', 'TRICK', 'DISLIKE', 'MARRY', 'SELL', 'FEAR', 'ACTOR'),
    ],
    unless: ['CARER'],
  },
  {
    kind: 'EXPLOITATION',
    urgent: true,
    act: ['TRICK'],
    with: [anywhere('ABROAD', 'LABOUR', 'CONFINE', 'TAKE_AWAY', 'SELL'), meAnywhere],
  },
  { kind: 'EXPLOITATION', urgent: true, act: ['FOLLOW'], with: [meAnywhere] },
  { kind: 'CONFINEMENT', urgent: true, act: ['CONFINE'], with: [meAnywhere] },
  {
    kind: 'CONFINEMENT',
    urgent: true,
    act: ['LOCK'],
    with: [near(40, 'ME', 'OBJECT_ME', 'THEM'), meAnywhere, any('ACTOR', 'PASSIVE', 'FEAR')],
  },
  { kind: 'FORCED_MARRIAGE', act: ['MARRY'], with: [near(50, 'FORCE'), victim] },
  {
    kind: 'FORCED_MARRIAGE',
    act: ['MARRY'],
    with: [me, any('ACTOR'), any('DISLIKE', 'FEAR', 'CRY', 'SELL', 'DEMAND')],
  },
  {
    kind: 'LABOUR',
    act: ['LABOUR'],
    with: [me, any('HARD', 'FORCE', 'HIT', 'SHOUT', 'CONFINE')],
    unless: ['CARER'],
  },
  { kind: 'LABOUR', act: ['BEG'], with: [me, any('FORCE', 'HARD', 'HIT', 'ACTOR')] },

  // Neglect
  { kind: 'NEGLECT', act: ['NO_FOOD'], with: [me] },
  { kind: 'NEGLECT', act: ['ABANDON'], with: [me] },
  { kind: 'NEGLECT', act: ['SLEEP_OUT'], with: [me] },
  { kind: 'NEGLECT', act: ['RUN_AWAY'], with: [me, anywhere('FEAR', 'ACTOR', 'HIT', 'ABUSE')], play: true },

  // Fear and calls for help
  {
    kind: 'FEAR_OR_CALL_FOR_HELP',
    act: ['FEAR'],
    with: [near(25, 'ACTOR', 'HOME'), me],
    unless: ['HARMLESS'],
  },
  {
    kind: 'FEAR_OR_CALL_FOR_HELP',
    act: ['FEAR'],
    with: [anywhere('SECRET', 'HELP_ME'), meAnywhere],
    unless: ['HARMLESS'],
  },
  {
    kind: 'FEAR_OR_CALL_FOR_HELP',
    act: ['SECRET'],
    with: [any('ACTOR', 'FEAR', 'CRY'), meAnywhere],
    play: true,
  },
  { kind: 'FEAR_OR_CALL_FOR_HELP', act: ['HELP_ME'], unless: ['HARMLESS'] },
  { kind: 'FEAR_OR_CALL_FOR_HELP', urgent: true, act: ['ALARM_SIGN'] },
  {
    kind: 'FEAR_OR_CALL_FOR_HELP',
    act: ['UNSAFE'],
    with: [{ any: ['ME'], within: 15 }],
    unless: ['HARMLESS', 'GENERAL'],
  },
];
