import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { expect, it, onTestFinished } from 'vitest';
import { listen, PortBusy } from '../../local/engines/free-port.ts';
import { readStore, startLetterSink } from '../../local/engines/letters.ts';

type Composer = new (mail: Record<string, string>) => { compile(): { build(): Promise<Buffer> } };
const MailComposer = createRequire(import.meta.url)('nodemailer/lib/mail-composer') as Composer;

async function start() {
  const sink = await startLetterSink();
  onTestFinished(() => sink.stop());
  return sink;
}

async function send(endpoint: string) {
  const raw = await new MailComposer({
    from: 'Region Örebro län <registrator@region.example>',
    to: 'Rolf Östman <rolf.ostman@region.example>',
    subject: 'Motion 23RS6594 är besvarad: åtgärder mot våld på många språk, även ÅÄÖ i en lång rubrik',
    text: 'Hej Rolf!\n\nFullmäktige har besvarat motionen. Åäö.',
    html: '<p>Fullmäktige har <strong>besvarat</strong> motionen. Åäö.</p>',
  })
    .compile()
    .build();
  const client = new SESClient({
    endpoint,
    region: 'eu-north-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  return client.send(new SendRawEmailCommand({ RawMessage: { Data: raw } }));
}

it('keeps a raw letter with Swedish letters whole', async () => {
  const { endpoint, inboxUrl } = await start();
  const before = new Date();
  const { MessageId } = await send(endpoint);
  const [letter, ...others] = await readStore(endpoint);
  expect(others).toEqual([]);
  expect(letter).toMatchObject({
    messageId: MessageId,
    to: ['"Rolf Östman" <rolf.ostman@region.example>'],
    subject: 'Motion 23RS6594 är besvarad: åtgärder mot våld på många språk, även ÅÄÖ i en lång rubrik',
    html: '<p>Fullmäktige har <strong>besvarat</strong> motionen. Åäö.</p>',
  });
  expect(letter?.text).toContain('Fullmäktige har besvarat motionen. Åäö.');
  expect(Math.abs((letter?.at.getTime() ?? 0) - before.getTime())).toBeLessThan(60_000);
  expect(await readStore(endpoint, new Date(Date.now() + 60_000))).toEqual([]);
  expect(await (await fetch(inboxUrl)).text()).toContain('<html');
});

it('forgets everything at stop, and keeps nothing in common with another sink', async () => {
  const [first, second] = [await start(), await start()];
  await send(first.endpoint);
  expect(await readStore(first.endpoint)).toHaveLength(1);
  expect(await readStore(second.endpoint)).toEqual([]);
  await first.stop();
  await expect(fetch(first.inboxUrl)).rejects.toThrow();
});

it('survives the request that makes the library reject into nowhere', async () => {
  const { endpoint } = await start();
  await fetch(`${endpoint}/get-emlContent?messageId=from-an-earlier-run`);
  await send(endpoint);
  expect(await readStore(endpoint)).toHaveLength(1);
});

it('refuses a port in use', async () => {
  const other = createServer();
  const port = await listen(other);
  onTestFinished(() => void other.close());
  await expect(startLetterSink({ port })).rejects.toThrow(new PortBusy(port));
});
