import { messagesOf, textsOf } from '@samleng/messages';
import { indicators, rightOf } from '@samleng/vocabulary';
import type { Language } from '../../request.ts';
import type { FrozenFigures } from './freeze-figures.ts';
import type { IndicatorFigure } from './indicator-figures.ts';

/** A report as it is written out, whatever the file: texts and tables in one language. */
export type ReportDocument = {
  readonly title: string;
  readonly subtitle: string;
  readonly language: Language;
  readonly sections: readonly {
    readonly title: string;
    readonly lines: readonly string[];
    readonly head: readonly string[];
    readonly rows: readonly (readonly string[])[];
  }[];
  readonly seal: string;
};

const locales = { km: 'km-KH-u-nu-khmr', en: 'en-GB' } as const;

/** Writes frozen figures out in a language. Nothing is computed here but words. */
export function documentOf(
  figures: FrozenFigures,
  { hash, madeOn }: { readonly hash: string; readonly madeOn: string },
  language: Language,
): ReportDocument {
  const words = messagesOf(language);
  const say = (key: string, values: Readonly<Record<string, string>> = {}) => {
    const message = words.get(key);
    const text = (message && textsOf(message)[0]) ?? key;
    return text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  };
  const number = (value: number | null) =>
    value === null ? say('rights.hidden') : new Intl.NumberFormat(locales[language]).format(value);
  const plain = (value: number) =>
    new Intl.NumberFormat(locales[language], { useGrouping: false }).format(value);
  const day = (date: string) =>
    new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));
  const valueOf = ({ indicator, value, part, whole }: IndicatorFigure) => {
    if (value === null) return whole === 0 ? say('rights.nothingYet') : say('rights.hidden');
    const shown = say(`rights.unit.${indicators[indicator].unit}`, { value: number(value) });
    return part === null || whole === null
      ? shown
      : say('rights.of', { value: shown, part: number(part), whole: number(whole) });
  };
  const issueHead = ['rights.issues', 'rights.answered', 'rights.done', 'rights.medianDays'].map((key) =>
    say(key),
  );
  const issueCells = (row: {
    issues: number;
    answered: number;
    done: number;
    medianWorkingDays: number | null;
  }) => [
    number(row.issues),
    number(row.answered),
    number(row.done),
    row.medianWorkingDays === null ? '–' : number(row.medianWorkingDays),
  ];
  const name = (both: { readonly km: string; readonly en: string }) => both[language];
  const sections = [
    {
      title: say('rights.figures'),
      lines: [],
      head: [say('rights.indicator'), say('rights.value'), say('rights.articles'), say('rights.formula')],
      rows: figures.indicators.map((figure) => [
        say(`indicator.${figure.indicator}.title`),
        valueOf(figure),
        indicators[figure.indicator].articles.map((article) => plain(article)).join(', '),
        say(`indicator.${figure.indicator}.formula`),
      ]),
    },
    {
      title: say('rights.childrenBy'),
      lines: [say('rights.smallCells.TEN')],
      head: [say('rights.group'), say('rights.children')],
      rows: figures.indicators.flatMap(({ groups }) =>
        groups.map(({ cut, key, count }) => [
          `${say(`rights.cut.${cut}`)}: ${say(`rights.cell.${cut}.${key}`)}`,
          number(count),
        ]),
      ),
    },
    {
      title: say('rights.byArticle'),
      lines: [say('rights.byArticleHint')],
      head: [say('rights.article'), ...issueHead],
      rows: figures.articles.map((row) => {
        const right = rightOf(row.article);
        const title = (language === 'km' ? right?.titleKm : null) ?? right?.titleEn ?? '';
        return [`${plain(row.article)}. ${title}`, ...issueCells(row)];
      }),
    },
    {
      title: say('rights.byPlace'),
      lines: [say('rights.byPlaceHint')],
      head: [say('rights.place'), ...issueHead],
      rows: figures.places.map((row) => [name(row), ...issueCells(row)]),
    },
    {
      title: say('rights.scorecards'),
      lines: [],
      head: [say('scorecard.service'), say('scorecard.year'), say('rights.promised'), say('rights.done')],
      rows: figures.scorecards.map((card) => [
        language === 'km' ? card.officeKm : card.officeEn,
        plain(card.year),
        number(card.promised),
        number(card.done),
      ]),
    },
    {
      title: say('rights.authors'),
      lines: [say('rights.authorsHint')],
      head: [say('rights.authors')],
      rows: figures.authors.map((club) => [name(club)]),
    },
    { title: say('rights.quotes'), lines: [say('rights.quotesNone')], head: [], rows: [] },
  ];
  return {
    title: say(`reportKind.${figures.kind}`),
    subtitle: say('rights.reportOf', {
      place: name(figures.placeNames),
      from: day(figures.period.from),
      to: day(figures.period.to),
    }),
    language,
    sections: sections.filter(({ rows, lines }) => rows.length > 0 || lines.length > 0),
    seal: say('rights.seal', { date: day(madeOn), hash }),
  };
}
