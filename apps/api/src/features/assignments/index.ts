export { Answer, Assignment } from './assignment.entity.ts';
