import type { IsoDay } from '@samleng/routing';
import type { CommuneFeed, FeedItem } from './commune-feed.ts';

/** A feed as JSON Feed 1.1 (jsonfeed.org). Instants are the first moment of their day in Cambodia. */
export function jsonFeed(feed: CommuneFeed, webOrigin: string): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: pageOfCommune(feed, webOrigin),
    feed_url: `${webOrigin}/feeds/${feed.communeCode}.json`,
    language: 'km',
    items: feed.items.map((item) => ({
      id: item.id,
      url: pageOf(item, webOrigin),
      title: item.title,
      content_text: item.text,
      date_published: `${item.publishedOn}T00:00:00+07:00`,
      date_modified: `${item.changedOn}T00:00:00+07:00`,
      tags: [item.category],
    })),
  });
}

/** The same as RSS 2.0. */
export function rssFeed(feed: CommuneFeed, webOrigin: string): string {
  const items = feed.items.map(
    (item) =>
      `<item><title>${xml(item.title)}</title><link>${xml(pageOf(item, webOrigin))}</link>` +
      `<guid isPermaLink="false">${xml(item.id)}</guid><category>${xml(item.category)}</category>` +
      `<pubDate>${rssDate(item.publishedOn)}</pubDate><description>${xml(paragraphs(item.text))}</description></item>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>' +
    `<title>${xml(feed.title)}</title><link>${xml(pageOfCommune(feed, webOrigin))}</link>` +
    `<atom:link href="${xml(`${webOrigin}/feeds/${feed.communeCode}.rss`)}" rel="self" type="application/rss+xml"/>` +
    `<description>${xml(feed.title)}</description><language>km</language>${items.join('')}</channel></rss>\n`
  );
}

function pageOfCommune({ communeCode }: CommuneFeed, webOrigin: string): string {
  return `${webOrigin}/c/${communeCode}`;
}

function pageOf({ kind, id }: FeedItem, webOrigin: string): string {
  return `${webOrigin}/${kind}/${id}`;
}

/** RSS readers take a description for HTML: the words are escaped for it first, and for XML afterwards. */
function paragraphs(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((part) => `<p>${xml(part).replaceAll('\n', '<br>')}</p>`)
    .join('');
}

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text inside XML: its signs escaped, and without the characters XML 1.0 does not know. */
function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, (sign) => signs[sign]!);
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A day as RSS writes instants (RFC 822), at its first moment in Cambodia. */
function rssDate(day: IsoDay): string {
  const date = new Date(`${day}T00:00:00Z`);
  const [year, month, number] = day.split('-');
  return `${weekdays[date.getUTCDay()]}, ${number} ${months[Number(month) - 1]} ${year} 00:00:00 +0700`;
}
