import { SESClient } from '@aws-sdk/client-ses';
import { expect, it, onTestFinished } from 'vitest';
import { makeSesMailer, sesMessageIdDomain } from '../../lambdas/adapters/ses-mailer.ts';
import { sesEvent, snsEvent } from '../../lambdas/mail-events/contract.ts';
import { newsIn } from '../../lambdas/mail-events/read-ses-event.ts';
import { startLetterNews } from '../../local/engines/letter-news.ts';
import { readStore, startLetterSink } from '../../local/engines/letters.ts';

it('tells what becomes of letters as SES and its mailbox simulator do, until it is heard', async () => {
  const sink = await startLetterSink();
  onTestFinished(sink.stop);
  let isDeaf = true;
  const told: ReturnType<typeof newsIn>[] = [];
  const news = await startLetterNews(sink.endpoint, async (event) => {
    if (isDeaf) throw new Error('not now');
    for (const { Sns } of snsEvent.parse(event).Records) {
      told.push(newsIn(sesEvent.parse(JSON.parse(Sns.Message))));
    }
  });
  onTestFinished(news.stop);
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new SESClient({ endpoint: news.endpoint, region: 'eu-north-1', credentials });
  onTestFinished(() => client.destroy());
  const mailer = makeSesMailer({
    client,
    from: 'noreply@region.example',
    fromName: 'Region Örebro län',
    replyTo: 'registrator@region.example',
    messageIdDomain: sesMessageIdDomain('eu-north-1'),
  });
  const boxes = ['anna', 'bounce+anna', 'ooto', 'complaint', 'suppressionlist'];
  for (const box of boxes) {
    const to = `${box}@region.example`;
    await mailer.send({
      to,
      subject: 'Ämne',
      text: 'Åäö',
      html: '<p>Åäö</p>',
      letterId: `c1#1#${box}#received`,
    });
  }
  expect(await readStore(sink.endpoint)).toHaveLength(boxes.length);
  await news.deliver();
  isDeaf = false;
  await news.deliver();
  await news.deliver();
  const ids = new Map((await readStore(sink.endpoint)).map(({ to, messageId }) => [to[0], messageId]));
  expect(told.map((each) => each?.messageId)).toEqual(told.map((each) => ids.get(each?.address ?? '')));
  expect(told.map((each) => [each?.letterId, each?.fate.kind, each?.fate.code, each?.stopsAddress])).toEqual([
    ['c1#1#anna#received', 'delivered', undefined, false],
    ['c1#1#bounce+anna#received', 'bounced', 'Permanent/General', true],
    ['c1#1#ooto#received', 'delivered', undefined, false],
    ['c1#1#ooto#received', 'bounced', 'Transient/General', false],
    ['c1#1#complaint#received', 'delivered', undefined, false],
    ['c1#1#complaint#received', 'complained', 'abuse', true],
    ['c1#1#suppressionlist#received', 'bounced', 'Permanent/OnAccountSuppressionList', true],
  ]);
});
