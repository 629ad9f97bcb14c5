import { signedInOnly } from '#lib/server/guard.ts';
import type { LayoutServerLoad } from './$types';

// The guard itself stands in hooks.server.ts, where form actions pass too; here it only hands on what it knows.
export const load: LayoutServerLoad = (event) => ({ viewerCan: signedInOnly(event).viewerCan });
