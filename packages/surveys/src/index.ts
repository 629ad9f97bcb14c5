export {
  type AnswerProblem,
  type Answers,
  askedQuestions,
  checkAnswers,
  type CheckedAnswers,
} from './check-answers.ts';
export {
  type ChoiceCounts,
  countChoices,
  crossTable,
  notOnlyCounts,
  type NumberSummary,
  summariseNumbers,
} from './count-answers.ts';
export { chosen } from './expression/evaluate.ts';
export {
  type Choice,
  type ChoiceList,
  type Form,
  FORM_LANGUAGES,
  type FormItem,
  type FormLanguage,
  type FormWords,
  type Group,
  type NumberRange,
  type Question,
  QUESTION_KINDS,
  type QuestionKind,
  questionsOf,
} from './form.ts';
export { type Dropped, type FormProblem, readXlsForm, type ReadForm } from './xlsform/read-xlsform.ts';
export { type Sheet, type SheetName, type XlsForm } from './xlsform/sheet.ts';
export { writeXlsForm } from './xlsform/write-xlsform.ts';
