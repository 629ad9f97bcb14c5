/**
 * A path of ours with a query; what is empty is left out.
 *
 * @example address('/issues', { commune: '140907', after: null }) // '/issues?commune=140907'
 */
export function address(path: string, query: Readonly<Record<string, string | null | undefined>>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value ? [`${encodeURIComponent(name)}=${encodeURIComponent(value)}`] : [],
  );
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`;
}
