import { any, anywhere, me, meAfter, meAnywhere, meNear, near, victim, type Rule } from './rule.ts';
import { sexualRules } from './rules.sexual.ts';

/**
 * One line a pattern. They lean to firing: a sign only moves a text up the queue, a missed one leaves a child
 * waiting. To teach a new word, add it to the lexicon; to teach a new pattern, add a line here.
 */
export const rules: readonly Rule[] = [
  ...sexualRules,

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
    with: [near(30, 'THEM', 'PASSIVE', 'KIN'), meAnywhere, any('ACTOR')],
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
  {
    kind: 'PHYSICAL_VIOLENCE',
    urgent: true,
    act: ['BURN_OR_TIE'],
    with: [meAnywhere, any('ACTOR', 'PASSIVE')],
  },
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
  {
    kind: 'PHYSICAL_VIOLENCE',
    act: ['PUSH'],
    with: [near(20, 'BODY'), victim, any('ACTOR')],
    unless: ['ACCIDENT', 'HARMLESS', 'GLAD'],
    play: true,
  },
  {
    kind: 'PHYSICAL_VIOLENCE',
    act: ['INJURY'],
    with: [anywhere('WEAPON', 'HIT'), meAnywhere],
    unless: ['ACCIDENT', 'HARMLESS'],
    play: true,
  },
  {
    kind: 'SEXUAL_VIOLENCE',
    act: ['EUPHEMISM'],
    with: [
      any('ACTOR'),
      meAnywhere,
      anywhere('SECRET', 'NIGHT', 'CRY', 'PAIN', 'DISLIKE', 'REFUSED', 'FEAR', 'OFTEN', 'PUSH'),
    ],
    unless: ['HARMLESS', 'GLAD'],
  },
  { kind: 'SEXUAL_VIOLENCE', urgent: true, act: ['DRUGGED'], with: [meAnywhere] },
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
      any('FORCE', 'MADE', 'TRICK', 'DISLIKE', 'MARRY', 'SELL', 'FEAR', 'ACTOR'),
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
  { kind: 'FORCED_MARRIAGE', act: ['MARRY'], with: [near(50, 'FORCE', 'MADE'), victim] },
  {
    kind: 'FORCED_MARRIAGE',
    act: ['MARRY'],
    with: [anywhere('YOUNG'), meAnywhere, any('FORCE', 'MADE', 'ACTOR')],
  },
  {
    kind: 'FORCED_MARRIAGE',
    act: ['MARRY'],
    with: [me, any('ACTOR'), any('DISLIKE', 'FEAR', 'CRY', 'SELL', 'DEMAND')],
  },
  {
    kind: 'LABOUR',
    act: ['LABOUR'],
    with: [me, any('HARD', 'FORCE', 'MADE', 'HIT', 'SHOUT', 'CONFINE')],
    unless: ['CARER'],
  },
  { kind: 'LABOUR', act: ['BEG'], with: [me, any('FORCE', 'MADE', 'HARD', 'HIT', 'ACTOR')] },

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
