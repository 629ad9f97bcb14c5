import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { bodyTime, holdToTime, longest } from './server/body-time.ts';
import { answeredBefore, pathOf } from './server/doors.ts';
import { readSettings } from './server/settings.ts';

const settings = readSettings(process.env);

// The built pages read these when they are loaded: hence the import below, after them. The two headers are set by
// ourselves on every request (doors.ts), from what the connection and a trusted proxy say.
process.env['PROTOCOL_HEADER'] = 'x-samleng-protocol';
process.env['ADDRESS_HEADER'] = 'x-samleng-address';
// A poll's pictures have up to 5 MB. What a phone's camera makes beyond that is read too, so that its form can come back
// with a word and with all that was typed; every other form is held shorter by doors.ts.
process.env['BODY_SIZE_LIMIT'] ??= '16M';
const { handler } = (await import(fileURLToPath(new URL('./build/handler.js', import.meta.url)))) as {
  handler: (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
};

const server = createServer((request, response) => {
  holdToTime(request, bodyTime(pathOf(request), request.headers));
  if (answeredBefore(request, response, settings)) return;
  handler(request, response, () => {
    response.statusCode = 404;
    response.end();
  });
});

// The outermost bounds; each request is held to its own time by body-time.ts.
server.headersTimeout = 5_000;
server.requestTimeout = longest;
server.keepAliveTimeout = 5_000;
server.maxHeadersCount = 60;

server.listen(settings.port, settings.host, () => {
  process.stdout.write(`Samleng's pages: http://${settings.host}:${String(settings.port)}\n`);
});

let isClosing = false;
function close(): void {
  if (isClosing) return;
  isClosing = true;
  server.close(() => process.exit(0));
  server.closeIdleConnections();
  // Whoever is still being answered has these seconds; then the door closes.
  setTimeout(() => {
    server.closeAllConnections();
    process.exit(0);
  }, 5_000).unref();
}
process.on('SIGINT', close);
process.on('SIGTERM', close);
