/** A function that answers with what it was given, or misbehaves as its event says. */
interface EchoEvent {
  throws?: string;
  exits?: boolean;
  body?: string;
}

interface Context {
  awsRequestId: string;
  getRemainingTimeInMillis: () => number;
}

const delayOf = ({ body = '' }: EchoEvent): number => Number(/^wait (\d+)$/.exec(body)?.[1] ?? 0);

export const handler = async (event: EchoEvent, context: Context): Promise<object> => {
  if (event.body === 'throw') throw new Error('a secret detail');
  if (event.exits) process.exit(3);
  if (event.throws) throw new Error(event.throws, { cause: new Error('the cause') });
  await new Promise((resolve) => setTimeout(resolve, delayOf(event)));
  process.stdout.write('{"event":"echoed"}\n');
  return {
    statusCode: 201,
    headers: {
      'content-type': 'application/json',
      'x-remaining': String(context.getRemainingTimeInMillis()),
    },
    body: JSON.stringify({
      event,
      variable: process.env['ECHO'] ?? null,
      path: process.env['PATH'] ?? null,
    }),
  };
};
