export { CategoryName, HelpNumber, Holiday, Office, RoutingRule } from './office.entity.ts';
