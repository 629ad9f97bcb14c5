export { type Derivable, derivableAcross, hideAcross, type PublishedFigure } from './across.ts';
export { bandOfAge, bandsOfAge, type PublishedAgeBand, wholePercent } from './published.ts';
export type { Interval } from './simplex.ts';
export {
  type CellPlace,
  type CountTable,
  feasibleInterval,
  hideSmallCells,
  SMALL_CELL_LIMIT,
  type ShownTable,
} from './small-cells.ts';
export { IDENTIFIER_KINDS, type IdentifierKind } from './identifiers/finding.ts';
export { type IdentifierMark, markIdentifiers } from './identifiers/mark-identifiers.ts';
