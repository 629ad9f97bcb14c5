export { BudgetLine, BudgetYear } from './budget.entity.ts';
export { importBudget } from './import-budget.ts';
