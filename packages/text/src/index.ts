export { type AdmitLimits, type AdmitProblem, admitOptionalText, admitText, characters } from './admit.ts';
export { toKhmerDigits, toLatinDigits } from './digits.ts';
export { withoutInvisible } from './invisible.ts';
export { type Meaning, meaningKeys, meaningOf, RELATED, relatedness } from './meaning/meaning.ts';
export { normalise } from './normalise.ts';
export { formatReceipt, newReceipt, parseReceipt, type Receipt, type ReceiptProblem } from './receipt.ts';
export {
  ALIKE,
  bands,
  BANDS,
  jaccard,
  SAME,
  shingles,
  similarity,
  type Sketch,
  sketch,
  SKETCH_LENGTH,
  sketchOf,
} from './sketch.ts';
export { LONGEST_READ, searchKey, searchKeys, segment } from './words.ts';
export { findHarm, type Harm, type HarmLevel, type HarmSign } from './harm/find-harm.ts';
export { HARM_KINDS, type HarmKind } from './harm/kinds.ts';
