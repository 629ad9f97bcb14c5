/** A page of a list of the service. */
interface ListPage<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
}

/**
 * All of a list that is known to be short enough to show at once, page after page.
 *
 * @param most pages at most; what stands behind them is left out, and `isWhole` says so
 */
export async function allOf<Node>(
  page: (after: string | null) => Promise<ListPage<Node>>,
  most = 20,
): Promise<{ nodes: Node[]; isWhole: boolean }> {
  const nodes: Node[] = [];
  let after: string | null = null;
  for (let count = 0; count < most; count += 1) {
    const list: ListPage<Node> = await page(after);
    nodes.push(...list.nodes);
    if (!list.pageInfo.hasNextPage || !list.pageInfo.endCursor) return { nodes, isWhole: true };
    after = list.pageInfo.endCursor;
  }
  return { nodes, isWhole: false };
}
