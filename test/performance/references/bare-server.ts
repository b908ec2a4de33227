/**
 * The fastest that Node can be: `node bare-server.ts <url> <accept-encoding>` asks once, and from then on sends
 * the same header fields and the same bytes to everybody, with nothing between node:http and them.
 */
import { createServer } from 'node:http';
import { rawAnswer } from './raw-answer.ts';

const [url = '', acceptEncoding = ''] = process.argv.slice(2);
const { status, headers, body } = await rawAnswer(url, acceptEncoding);

createServer((_request, response) => {
  response.writeHead(status, headers);
  response.end(body);
}).listen(Number(process.env['PORT']), process.env['HOST']);
