import { beforeEach, describe, expect, it } from 'vitest';
import { by } from '../support/motion-builders.ts';
import { examples } from '../support/motion-commands.ts';
import { actors } from '../support/motion-people.ts';
import { type MadeDesk, makeDesk, makeDoor } from './office-desk.ts';
import { aRealCase } from './real-cases.ts';

let made: MadeDesk;
let door: ReturnType<typeof makeDoor>;
beforeEach(async () => {
  made = await makeDesk();
  door = makeDoor(made.desk);
});
const told = async (subject: string, path: string) => JSON.stringify((await door.get(subject, path)).body);

describe('what the movers wrote before they handed it in (TF 2:13)', () => {
  it('stays theirs in the log after submission', async () => {
    const caseId = await aRealCase(made, 'Received');
    const path = `/api/cases/${caseId}/events`;
    expect(await told('p-member', path)).not.toContain('withheld');
    const others = await told('p-registrar', path);
    expect(others).toContain('{"type":"DraftStarted","withheld":true}');
    expect(others).not.toContain('textHash');
    expect(others).toContain('MotionSubmitted');
  });

  it('stays theirs while a returned motion is revised', async () => {
    const revise = by(actors.member, examples['revise-text'].command);
    const caseId = await aRealCase(made, 'Returned', revise);
    expect(await told('p-member', `/api/cases/${caseId}`)).toContain('"revision"');
    const others = await told('p-registrar', `/api/cases/${caseId}`);
    expect(others).not.toContain('"revision"');
    expect(others).not.toContain('approvedHash');
  });
});

it('shows why it came back: a comment in the office only (TF 2:12)', async () => {
  const comment = by(actors.manager, { type: 'return-answer', comment: 'Kommentar-qvx' });
  const caseId = await aRealCase(made, 'Approval', comment);
  expect(await told('p-official', `/api/cases/${caseId}`)).toContain('"returnedWith":"Kommentar-qvx"');
  expect(await told('p-member', `/api/cases/${caseId}`)).not.toContain('Kommentar-qvx');
});
