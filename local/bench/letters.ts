import { SESClient } from '@aws-sdk/client-ses';
import { composeLetter } from '../../documents/letters/compose.ts';
import { letterFacts } from '../../documents/letters/facts.ts';
import { makeSesMailer, sesMessageIdDomain } from '../../lambdas/adapters/ses-mailer.ts';
import type { CountingSink } from './letter-sink.ts';
import { aMotionText } from './texts.ts';

export interface LetterFigures {
  readonly letters: number;
  readonly composedSeconds: number;
  /** Composed, made into a raw letter and handed over, one after the other. */
  readonly sentSeconds: number;
}

/** The longest of the letters: a decision of every clause, with its minutes and the time for appeal. */
const factsOf = (nth: number) =>
  letterFacts.parse({
    template: 'extract',
    organisation: 'Region Exempel',
    bodies: { council: 'Regionfullmäktige', board: 'Regionstyrelsen' },
    title: aMotionText.title,
    publicPage: `https://motioner.region.example/motioner/c${nth}`,
    registrationNumber: `RS ${nth}/2026`,
    meetingDate: '2026-11-24',
    paragraph: '§ 41',
    decisions: aMotionText.clauses.map((text, index) => ({ clause: index + 1, text, outcome: 'GRANTED' })),
    deviatesFromBoard: true,
    certifiedOn: '2026-12-02',
    postedOn: '2026-12-04',
    lastAppealDay: '2026-12-28',
    finalOn: '2026-12-29',
  });

const secondsOf = async (run: () => unknown): Promise<number> => {
  const from = performance.now();
  await run();
  return (performance.now() - from) / 1000;
};

/** How long a thousand letters take to compose, and to hand over. */
export const measureLetters = async (sink: CountingSink, letters = 1000): Promise<LetterFigures> => {
  const all = Array.from({ length: letters }, (_, index) => factsOf(index + 1));
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new SESClient({ endpoint: sink.endpoint, region: 'eu-north-1', credentials });
  const mailer = makeSesMailer({
    client,
    from: 'motioner@region.example',
    fromName: 'Region Exempel',
    replyTo: 'registrator@region.example',
    messageIdDomain: sesMessageIdDomain('eu-north-1'),
  });
  const composedSeconds = await secondsOf(() => all.map((facts) => composeLetter(facts)));
  const sentSeconds = await secondsOf(async () => {
    for (const [index, facts] of all.entries()) {
      const letterId = `c${index}#1#m-1#extract`;
      await mailer.send({ to: 'm-1@region.example', ...composeLetter(facts), letterId });
    }
  });
  client.destroy();
  return { letters, composedSeconds, sentSeconds };
};
