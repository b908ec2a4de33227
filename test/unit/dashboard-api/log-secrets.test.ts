import 'reflect-metadata';
import { expect, it } from '@jest/globals';
import { pino } from 'pino';
import { SECRETS } from '../../../dashboard-api/http/logging.module.ts';

it.each(['cookie', 'form_token', 'x-form-token', 'x-origin-verify'])(
  'a log line has no %s, however deep it lies',
  (field) => {
    const lines: string[] = [];
    const logger = pino({ redact: SECRETS }, { write: (line) => void lines.push(line) });
    logger.info({ [field]: 'hunter2', path: '/a' });
    logger.info({ request: { headers: { [field]: 'hunter2' }, path: '/b' } });
    expect(lines).toEqual([
      expect.stringContaining('"path":"/a"'),
      expect.stringContaining('"path":"/b"'),
    ]);
    expect(lines.join('')).not.toContain('hunter2');
  },
);
