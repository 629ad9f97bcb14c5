import type { DatabaseEntityManager } from '@samleng/server';
import { stranger } from './features/accounts/index.ts';
import type { ApiRequest, Service } from './request.ts';

/** A request of the service itself, for what it does without being asked: jobs. It holds no role. */
export function systemRequest(parts: Service & { readonly em: DatabaseEntityManager }): ApiRequest {
  return {
    ...parts,
    viewer: stranger,
    language: 'km',
    requestId: 'system',
    clientAddress: 'system',
    batches: new Map(),
  };
}
