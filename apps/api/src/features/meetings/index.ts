export { AgendaItem, CalendarAddress, Meeting } from './meeting.entity.ts';
