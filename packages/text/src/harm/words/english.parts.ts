/** Alternatives that many phrases share. */
export const family =
  'mom/mum/mommy/mummy/mother/mama/sister/brother/sis/bro/friend/bestie/cousin/family/siblings/parents';
export const sick =
  'hurt/hurts/harm/harms/abuse/abuses/abused/torture/tortures/tortured/mistreat/mistreats/mistreated';
