import { stranger, type Viewer } from '../features/accounts/index.ts';
import type { ApiRequest } from '../request.ts';
import type { World } from './world.ts';

/** A request as a deed sees it, for tests that call a deed itself. */
export function aRequest(world: World, viewer: Viewer = stranger): ApiRequest {
  return {
    ...world.service,
    em: world.em(),
    viewer,
    language: 'en',
    requestId: 'a test',
    clientAddress: '203.0.113.9',
    batches: new Map(),
  };
}
