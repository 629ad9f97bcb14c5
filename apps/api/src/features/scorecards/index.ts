export { assessOwnService } from './assess-own-service.ts';
export { countScoreRound, openScoreRound } from './hold-rounds.ts';
export { keepInfoSheet } from './keep-info-sheet.ts';
export { openScorecard } from './open-scorecard.ts';
export { planScorecardAction } from './plan-scorecard-action.ts';
export { publishScorecard, recordInterface } from './publish-scorecard.ts';
export { InfoSheet, Scorecard, ScorecardAction, ScoreRound, ScoreSheet } from './scorecard.entity.ts';
