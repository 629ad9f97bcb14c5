/**
 * Whether the child has left quickly and not come back. Work that was under way then must write nothing any more: the
 * phone was just cleared.
 */
export const leaving = { hasLeft: false };
