import { messagesOf, textsOf } from '@samleng/messages';
import { dayInCambodia, type IsoDay } from '@samleng/routing';
import type { Decision, IssueState } from '@samleng/vocabulary';
import type { DatabaseEntityManager } from '@samleng/server';
import { Place } from '../places/index.ts';

/** One issue, or one poll that is over, as a feed tells it: days only, published words only. */
export type FeedItem = {
  readonly kind: 'issues' | 'polls';
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly category: string;
  readonly publishedOn: IsoDay;
  readonly changedOn: IsoDay;
};

export type CommuneFeed = {
  readonly communeCode: string;
  readonly title: string;
  readonly items: readonly FeedItem[];
};

const mostItems = 50;
const words = { km: messagesOf('km'), en: messagesOf('en') };

type Row = {
  id: string;
  title_km: string | null;
  title_en: string | null;
  words_km: string | null;
  words_en: string | null;
  category: string;
  state: IssueState;
  published_at: string | Date;
  changed_at: string | Date;
  decision: Decision | null;
  answer: string | null;
};

type PollRow = {
  id: string;
  question_km: string | null;
  question_en: string | null;
  opens_at: string | Date;
  closed_at: string | Date;
};

/**
 * The issues of a commune that changed last, with their latest answer, and the polls that ended there, in its villages or
 * over it; null when there is no such commune. What children chose stands on the poll's page alone, which knows what is
 * too few to be shown.
 */
export async function communeFeed(
  em: DatabaseEntityManager,
  communeCode: string,
): Promise<CommuneFeed | null> {
  const commune = await em.findOne(Place, { code: communeCode });
  if (commune?.level !== 'COMMUNE') return null;
  const rows = await em.execute<Row[]>(
    `select i.id, i.title_km, i.title_en, i.words_km, i.words_en, i.category, i.state, i.published_at,
            coalesce(e.occurred_at, i.published_at) changed_at, w.decision, w.words answer
       from issues i
       left join issue_events e on e.issue_id = i.id and e.number = i.event_count
       left join lateral (select decision, words from answers where issue_id = i.id
                           order by answered_at desc, id desc limit 1) w on true
      where i.commune_code = ? and i.merged_into_id is null
      order by coalesce(e.occurred_at, i.published_at) desc, i.id desc limit ${mostItems}`,
    [communeCode],
  );
  const polls = await em.execute<PollRow[]>(
    `select id, question_km, question_en, opens_at, closed_at from polls
      where state = 'CLOSED' and (place_code like ? || '%' or ? like place_code || '%')
      order by closed_at desc, id desc limit ${mostItems}`,
    [communeCode, communeCode],
  );
  return {
    communeCode,
    title: `សំឡេង Samleng – ${commune.nameKm} ${commune.nameEn}`,
    items: [...rows.map(itemOf), ...polls.map(itemOfPoll)]
      .sort((one, other) => other.changedOn.localeCompare(one.changedOn))
      .slice(0, mostItems),
  };
}

function itemOf(row: Row): FeedItem {
  return {
    kind: 'issues',
    id: row.id,
    title: row.title_km ?? row.title_en ?? '',
    text: [
      row.words_km,
      row.words_en === null ? null : [row.title_en, row.words_en].filter((part) => part !== null).join('\n'),
      `${word('km', `issueState.${row.state}`)} · ${word('en', `issueState.${row.state}`)}`,
      row.decision === null ? null : `${word('km', `decision.${row.decision}`)}: ${row.answer}`,
    ]
      .filter((part) => part !== null)
      .join('\n\n'),
    category: row.category,
    publishedOn: dayInCambodia(new Date(row.published_at)),
    changedOn: dayInCambodia(new Date(row.changed_at)),
  };
}

function itemOfPoll(row: PollRow): FeedItem {
  return {
    kind: 'polls',
    id: row.id,
    title: row.question_km ?? row.question_en ?? '',
    text: [
      row.question_km === null ? null : row.question_en,
      `${word('km', 'notices.pollOver')}\n${word('en', 'notices.pollOver')}`,
    ]
      .filter((part) => part !== null)
      .join('\n\n'),
    category: 'POLL',
    publishedOn: dayInCambodia(new Date(row.opens_at)),
    changedOn: dayInCambodia(new Date(row.closed_at)),
  };
}

function word(language: 'km' | 'en', key: string): string {
  const message = words[language].get(key);
  return (message && textsOf(message)[0]) ?? key;
}
