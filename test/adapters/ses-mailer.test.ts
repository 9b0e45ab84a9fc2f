import { SESClient as RealClient, type SESClient, type SendRawEmailCommand } from '@aws-sdk/client-ses';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeSesMailer, sesMessageIdDomain } from '../../lambdas/adapters/ses-mailer.ts';
import { readStore, startLetterSink } from '../../local/engines/letters.ts';

const letter = {
  to: 'rolf.ostman@region.example',
  subject: 'RS 12/2026 Beslut, anses besvarad: Åtgärder mot våld på många språk, även ÅÄÖ i en lång rubrik',
  text: 'Hej!\n\nFullmäktige har besvarat motionen. Åäö.\n',
  html: '<p>Fullmäktige har <strong>besvarat</strong> motionen. Åäö.</p>',
  letterId: 'case-1#7#member-1#decided',
};
const options = {
  from: 'noreply@region.example',
  fromName: 'Region Örebro län',
  replyTo: 'registrator@region.example',
  messageIdDomain: sesMessageIdDomain('eu-north-1'),
};

/** A client that keeps what it was sent, and answers or fails as told. */
const fakeClient = (
  answer: () => Promise<{ MessageId?: string }> = async () => ({ MessageId: '0110-1' }),
) => {
  const sent: SendRawEmailCommand['input'][] = [];
  const send = (command: SendRawEmailCommand) => {
    sent.push(command.input);
    return answer();
  };
  return { sent, client: { send } as unknown as SESClient };
};
const failing = (error: unknown) =>
  makeSesMailer({ ...options, client: fakeClient(() => Promise.reject(error)).client }).send(letter);
const awsError = (name: string, message = '') => Object.assign(new Error(message), { name });

/** The head of the letter, long lines unfolded. */
const headOf = async (changes: object = {}, more: object = {}) => {
  const { sent, client } = fakeClient();
  await makeSesMailer({ ...options, ...more, client }).send({ ...letter, ...changes });
  const raw = Buffer.from(sent[0]?.RawMessage?.Data ?? []).toString();
  return { input: sent[0], raw, head: raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ') };
};

describe('the raw letter', () => {
  it('has one recipient and says that a machine sent it', async () => {
    const { input, head } = await headOf();
    expect(input?.Destinations).toEqual([letter.to]);
    expect(head).toMatch(/^To: rolf\.ostman@region\.example$/m);
    expect(head).toMatch(/^Reply-To: registrator@region\.example$/m);
    expect(head).toMatch(/^Auto-Submitted: auto-generated$/m);
    expect(head).toMatch(/^X-Letter-ID: case-1#7#member-1#decided$/m);
    expect(head).toMatch(/^From: =\?UTF-8\?.*<noreply@region\.example>$/m);
    expect(head).not.toMatch(/^(List-|Cc|Bcc|In-Reply-To|References)/im);
  });

  it('is ASCII with lines that mail may carry', async () => {
    const { raw } = await headOf({ text: 'å'.repeat(5_000), html: `<p>${'a'.repeat(5_000)}</p>` });
    expect(raw).toMatch(/^[\x20-\x7e\r\n\t]*$/);
    for (const line of raw.split('\r\n')) expect(line.length).toBeLessThanOrEqual(998);
  });

  it('threads on the id that the recipient saw', async () => {
    const { head } = await headOf({ threadId: '0110-0' });
    expect(head).toMatch(/^In-Reply-To: <0110-0@eu-north-1\.amazonses\.com>$/m);
    expect(head).toMatch(/^References: <0110-0@eu-north-1\.amazonses\.com>$/m);
    expect(sesMessageIdDomain('us-east-1')).toBe('email.amazonses.com');
  });

  it('lets no header in through a subject', async () => {
    const { head } = await headOf({ subject: 'Nej\r\nBcc: alla@region.example' });
    expect(head).not.toMatch(/^Bcc/im);
  });

  it.each([
    ['party-group:Miljöpartiet de gröna', 'party-group:Milj%C3%B6partiet%20de%20gr%C3%B6na'],
    [`m-${'x'.repeat(200)}`, `m-${'x'.repeat(200)}`],
  ])('keeps its id whole on one line, to %s', async (recipient, encoded) => {
    const { head } = await headOf({ letterId: `c1#7#${recipient}#decided` });
    expect(head).toContain(`\r\nX-Letter-ID: c1#7#${encoded}#decided\r\n`);
    expect(decodeURI(encoded)).toBe(recipient);
  });

  it('can be unsubscribed from with one click where it says so, and nowhere else', async () => {
    const { head } = await headOf({
      unsubscribeUrl: 'https://motioner.region.example/prenumerera/avsluta/a.b',
    });
    expect(head).toMatch(
      /^List-Unsubscribe: <https:\/\/motioner\.region\.example\/prenumerera\/avsluta\/a\.b>$/m,
    );
    expect(head).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m);
  });

  it('brings its papers, byte for byte', async () => {
    const content = new Uint8Array(Array.from({ length: 3000 }, (_, index) => index % 256));
    const paper = { filename: 'Protokollsutdrag § 41, åäö.pdf', contentType: 'application/pdf', content };
    const { raw } = await headOf({ attachments: [paper] });
    const [, encoded = ''] =
      /Content-Disposition: attachment[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(raw) ?? [];
    expect(new Uint8Array(Buffer.from(encoded, 'base64'))).toEqual(content);
    expect(raw).toMatch(/^Content-Type: application\/pdf/m);
    expect(raw).toMatch(/^[\x20-\x7e\r\n\t]*$/);
  });

  it('names the configuration set when there is one', async () => {
    expect((await headOf()).input?.ConfigurationSetName).toBeUndefined();
    const { input } = await headOf({}, { configurationSetName: 'letters' });
    expect(input?.ConfigurationSetName).toBe('letters');
  });
});

describe('failures', () => {
  it.each(['a@x.example, b@x.example', 'nobody', '', 'a@x.example\r\nBcc: b@x.example'])(
    'refuses the address %j without asking SES',
    async (to) => {
      const { sent, client } = fakeClient();
      const refused = makeSesMailer({ ...options, client }).send({ ...letter, to });
      await expect(refused).rejects.toMatchObject({ name: 'LetterRefused', code: 'InvalidAddress' });
      expect(sent).toEqual([]);
    },
  );

  it.each([
    awsError('MessageRejected', 'Address blacklisted.'),
    awsError('InvalidParameterValue', "Missing final '@domain'"),
  ])('is refused for good: $name', async (error) => {
    await expect(failing(error)).rejects.toMatchObject({ name: 'LetterRefused', code: error.name });
  });

  it.each([
    awsError('Throttling', 'Maximum sending rate exceeded.'),
    awsError('ServiceUnavailable'),
    awsError('InternalFailure'),
    awsError('TimeoutError'),
    awsError('AccountSendingPausedException'),
    awsError('AccessDenied'),
    awsError('ConfigurationSetDoesNotExist'),
    awsError('MessageRejected', 'Email address is not verified.'),
    'no error at all',
  ])('may be tried again: %s', async (error) => {
    await expect(failing(error)).rejects.toMatchObject({ name: 'Transient' });
  });

  it('tell no address', async () => {
    for (const name of ['MessageRejected', 'Throttling']) {
      const caught = await failing(awsError(name, `Address ${letter.to} is bad`)).catch(
        (error: Error) => error,
      );
      expect(caught).toBeInstanceOf(Error);
      expect((caught as Error).message).toContain(name);
      expect(`${(caught as Error).stack} ${JSON.stringify(caught)}`).not.toContain(letter.to);
      expect((caught as Error).cause).toBeUndefined();
    }
  });

  it('is not tried again when SES took the letter and gave no id', async () => {
    const { client } = fakeClient(async () => ({}));
    await expect(makeSesMailer({ ...options, client }).send(letter)).rejects.toMatchObject({ name: 'Error' });
  });
});

const realClient = (endpoint: string) =>
  new RealClient({
    endpoint,
    region: 'eu-north-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });

it('reaches the inbox of one machine with every letter of the alphabet whole', async () => {
  const { endpoint, stop } = await startLetterSink();
  onTestFinished(stop);
  const mailer = makeSesMailer({ ...options, client: realClient(endpoint) });
  const { messageId } = await mailer.send(letter);
  await mailer.send({ ...letter, subject: 'Nästa', threadId: messageId });
  const [first, second, ...others] = await readStore(endpoint);
  expect(others).toEqual([]);
  expect(first).toMatchObject({ messageId, to: [letter.to], subject: letter.subject, html: letter.html });
  expect(first?.text?.trim()).toBe(letter.text.trim());
  expect(second?.messageId).not.toBe(messageId);
});

it('calls a service that cannot be reached transient', async () => {
  const { endpoint, stop } = await startLetterSink();
  await stop();
  const mailer = makeSesMailer({ ...options, client: realClient(endpoint) });
  await expect(mailer.send(letter)).rejects.toMatchObject({ name: 'Transient' });
});
