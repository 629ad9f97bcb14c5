export { Club } from './club.entity.ts';
export { ClubNode } from './club.type.ts';
