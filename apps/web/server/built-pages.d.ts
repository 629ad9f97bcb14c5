import type { IncomingMessage, ServerResponse } from 'node:http';

/** What `vite build` leaves in `build/handler.js`. */
export function handler(request: IncomingMessage, response: ServerResponse, next: () => void): void;
