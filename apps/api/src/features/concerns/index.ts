export { Concern } from './concern.entity.ts';
