/**
 * One Lambda container: a process with the function's environment, its bundle loaded by path, one event at a time from
 * the parent. Time can be moved, as the law's year must pass within seconds.
 */
let offset = 0;
const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...given: [] | [number | string]) {
    if (given.length === 0) super(RealDate.now() + offset);
    else super(...given);
  }
  static override now() {
    return RealDate.now() + offset;
  }
} as DateConstructor;

/** An address on the internet that the function asks with `fetch`, and where on this machine it is answered. */
const { ANSWERED_AT_HOME: moved = '' } = process.env;
const [from = '', to = ''] = moved.split(' ');
const realFetch = globalThis.fetch;
globalThis.fetch = (asked, init) => {
  const url = String(asked instanceof Request ? asked.url : asked);
  return from !== '' && url.startsWith(from)
    ? realFetch(`${to}${url.slice(from.length)}`, init)
    : realFetch(asked, init);
};

interface Call {
  readonly id: number;
  readonly event: unknown;
  readonly offset: number;
}

const [, , bundle, name = '', timeoutMs = ''] = process.argv;
const { handler } = (await import(`file://${bundle}`)) as {
  handler: (event: unknown, context: object) => Promise<unknown>;
};

const contextOf = (id: number) => ({
  functionName: name,
  functionVersion: '$LATEST',
  invokedFunctionArn: `arn:aws:lambda:eu-north-1:000000000000:function:${name}`,
  memoryLimitInMB: '512',
  awsRequestId: `request-${id}`,
  logGroupName: name,
  logStreamName: name,
  callbackWaitsForEmptyEventLoop: true,
  getRemainingTimeInMillis: () => Number(timeoutMs),
});

process.on('message', async (call: Call) => {
  offset = call.offset;
  const began = performance.now();
  const answer = await handler(call.event, contextOf(call.id)).then(
    (value) => ({ value }),
    (thrown: unknown) => ({
      error:
        thrown instanceof Error
          ? { name: thrown.name, message: thrown.message }
          : { name: 'Unknown', message: String(thrown) },
    }),
  );
  process.send?.({ id: call.id, milliseconds: performance.now() - began, ...answer });
});
process.on('disconnect', () => process.exit(0));
process.send?.({ ready: true });
