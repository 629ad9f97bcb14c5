export { countNeeds } from './count-needs.ts';
export { saveServicePoint } from './save-service-point.ts';
export { ComplaintGuide, Emergency, EmergencyPoll, NeedCount, ServicePoint } from './service.entity.ts';
