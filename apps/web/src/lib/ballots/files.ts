import type { BallotTypeName } from '#lib/server/generated/graphql.ts';

/** The files of ballots that other programs read, beside our own for counting again. Their names are names. */
export const fileFormats = {
  pabulib: { asked: 'PABULIB', name: 'Pabulib (.pb)' },
  preflib: { asked: 'PREFLIB', name: 'PrefLib (.soc, .soi)' },
  blt: { asked: 'BLT', name: 'BLT (.blt)' },
} as const;
export type FileFormat = keyof typeof fileFormats;

/** Which of them the ballots of a way of answering can be written in. */
export function filesOf(ballotType: BallotTypeName): readonly { format: FileFormat; name: string }[] {
  const isOrder = ballotType === 'RANKED' || ballotType === 'SINGLE_CHOICE';
  const formats: FileFormat[] = ballotType === 'BUDGET' ? ['pabulib'] : isOrder ? ['preflib', 'blt'] : [];
  return formats.map((format) => ({ format, name: fileFormats[format].name }));
}
