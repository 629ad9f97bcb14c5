const khmer = /[\u1780-\u17b3]/gu;
const latin = /\p{Script=Latin}/gu;

/**
 * The language of a text by its letters: `km` when at least a third of them are Khmer (a Khmer letter says more than a
 * Latin one, and Khmer texts borrow Latin names), else `en` when it has Latin letters, else the language of the form.
 */
export function guessLanguage(text: string, form: 'km' | 'en'): string {
  const khmerLetters = text.match(khmer)?.length ?? 0;
  const latinLetters = text.match(latin)?.length ?? 0;
  if (khmerLetters > 0 && khmerLetters * 2 >= latinLetters) return 'km';
  return latinLetters > 0 ? 'en' : form;
}
