export { calendarRoutes } from './calendar.routes.ts';
export { AgendaItem, CalendarAddress, Meeting } from './meeting.entity.ts';
export { AgendaItemNode, AgendaOutcomeEnum, MeetingNode } from './meeting.type.ts';
export { agendaItemsById, itemsByIssue, itemsByPlanItem, meetingsById } from './meeting.queries.ts';
export { planMeeting } from './plan-meeting.ts';
export { recordMeeting } from './record-meeting.ts';
