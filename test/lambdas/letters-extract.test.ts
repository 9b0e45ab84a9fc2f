import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { withheldText } from '../../domain/secrecy.ts';
import { makeExtracts } from '../../lambdas/casework/extract-attachment.ts';
import { sendLetters } from '../../lambdas/casework/send-letters.ts';
import { PressMissing } from '../../lambdas/ports/press.ts';
import { usual } from '../support/motion-builders.ts';
import { wordsOfDocx, wordsOfPdf } from '../support/paper-texts.ts';
import { type MadeDesk, makeDesk, press } from './office-desk.ts';
import { aRealCase, openTheMinutes } from './real-cases.ts';

let made: MadeDesk;
let caseId: string;
beforeEach(async () => {
  made = await makeDesk();
  await openTheMinutes(made);
});

const rows = () => made.desk.cases.letters(caseId);

describe('the letter of certified minutes', () => {
  const extracts = () => made.sent.filter(({ letterId }) => letterId.endsWith('#extract'));

  it('brings the extract, whose hash is kept with it, and no other letter does', async () => {
    caseId = await aRealCase(made, 'AppealWindow');
    await sendLetters(made.desk, caseId);
    const [letter] = extracts();
    expect(extracts()).toHaveLength(2);
    expect(letter?.attachments).toMatchObject([
      { filename: 'protokollsutdrag.pdf', contentType: 'application/pdf' },
    ]);
    const { content = new Uint8Array() } = letter?.attachments?.[0] ?? {};
    expect(await wordsOfPdf(content, made.desk.organisation.name)).toContain('Protokollsutdrag');
    expect(letter?.text).toContain('Protokollsutdraget är bifogat som PDF.');
    const others = made.sent.filter(({ letterId }) => !letterId.endsWith('#extract'));
    expect(others.flatMap(({ attachments = [] }) => attachments)).toEqual([]);
    const row = (await rows()).find(({ template }) => template === 'extract');
    if (row?.messageId === undefined) throw new Error('no extract was sent');
    const kept = await made.desk.cases.keptLetter(row, row.messageId);
    expect(kept?.attachments).toEqual([
      { filename: 'protokollsutdrag.pdf', sha256: createHash('sha256').update(content).digest('hex') },
    ]);
  });

  it('waits for a sender that has the papers, and goes without one that cannot be drawn', async () => {
    caseId = await aRealCase(made, 'AppealWindow');
    const { extractOf: _, ...without } = made.desk;
    await sendLetters(without, caseId);
    expect(extracts()).toEqual([]);
    expect((await rows()).filter(({ state }) => state === 'owed').map(({ template }) => template)).toEqual([
      'extract',
      'extract',
    ]);
    const minutes = { ...made.desk.minutes, load: () => Promise.reject(new Error('broken')) };
    const broken = makeExtracts({ ...made.desk, press, minutes });
    await sendLetters({ ...made.desk, extractOf: broken }, caseId);
    expect(extracts().map(({ attachments }) => attachments)).toEqual([[], []]);
    expect(made.journal).toMatchObject([
      { level: 'warn', code: 'extract_not_attached', keys: { caseId, error: 'Error' } },
      { level: 'warn', code: 'extract_not_attached' },
    ]);
    expect(extracts()[0]?.text).toContain('Protokollsutdraget kunde inte bifogas.');
  });

  it('brings of a marked case what the public may see, and is in Word where there is no press, which it says', async () => {
    caseId = await aRealCase(made, 'AppealWindow', usual('mark-secrecy'));
    const missing = { pdf: () => Promise.reject(new PressMissing('no module')) };
    await sendLetters({ ...made.desk, extractOf: makeExtracts({ ...made.desk, press: missing }) }, caseId);
    const [letter] = extracts();
    expect(letter?.attachments).toMatchObject([{ filename: 'protokollsutdrag.docx' }]);
    const words = wordsOfDocx(letter?.attachments?.[0]?.content ?? new Uint8Array());
    expect([words.includes('qvx'), words.includes(withheldText)]).toEqual([false, true]);
    expect(letter?.text).toContain('är bifogat som en Word-fil');
    expect(made.journal).toMatchObject([{ level: 'warn', code: 'extract_as_docx' }]);
  });
});
