export { Alarm } from './alarm.entity.ts';
export { raiseAlarm } from './raise-alarm.ts';
export { manyOpenings, watchOpenings } from './watch-openings.ts';
