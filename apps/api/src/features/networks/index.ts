export { Club } from './club.entity.ts';
