import { beforeEach, describe, expect, it } from 'vitest';
import { type MadeDesk, makeDesk } from '../lambdas/office-desk.ts';
import { aRealCase, motionOf, openTheMinutes } from '../lambdas/real-cases.ts';
import { makeVisitor, textOf, type Visitor } from '../support/page-visitor.ts';

let made: MadeDesk;
let auditor: Visitor;
const signedIn = async (personId: string) => {
  const visitor = makeVisitor(made.desk);
  await visitor.signIn(personId);
  return visitor;
};

beforeEach(async () => {
  made = await makeDesk();
  auditor = await signedIn('p-auditor');
});

const year = '2026';
const list = async (query = '', visitor = auditor) => (await visitor.get(`/kontor/arenden${query}`)).html;
const linkTo = (caseId: string) => `href="/kontor/arenden/${caseId}"`;

describe('the list of cases', () => {
  it('shows a year of the register with state, officer and the end of the year', async () => {
    const caseId = await aRealCase(made, 'Drafting');
    const html = await list();
    expect(html).toContain(linkTo(caseId));
    expect(textOf(html)).toContain(`Registrerade motioner, ${year}`);
    expect(textOf(html)).toMatch(/under beredning Personnamn-p-official 2027-01-\d\d/);
    expect(await list('?ar=2025')).not.toContain(linkTo(caseId));
    expect(textOf(await list('?ar=2025'))).toContain('Inga ärenden motsvarar det du har valt');
  });

  it('finds by party, by signatory, by number and by words of the title, and leaves out the rest', async () => {
    const caseId = await aRealCase(made, 'Drafting');
    const { registrationNumber } = (await motionOf(made, caseId)) as { registrationNumber: string };
    const [signatory] = (await motionOf(made, caseId)).signatories;
    for (const query of [
      `parti=${signatory?.party}`,
      `undertecknare=${signatory?.memberId}`,
      `sok=${encodeURIComponent(registrationNumber)}`,
      'sok=titel-QVX',
    ]) {
      const html = await list(`?${query}`);
      expect(html.includes(linkTo(caseId)), query).toBe(true);
    }
    for (const query of ['parti=Okänt', 'undertecknare=m-nobody', 'sok=RS 999/2026', 'sok=elefant']) {
      expect((await list(`?${query}`)).includes(linkTo(caseId)), query).toBe(false);
    }
  });

  it('tells the open from the decided, and those over a year', async () => {
    await openTheMinutes(made);
    const open = await aRealCase(made, 'Drafting');
    const decided = await aRealCase(made, 'Decided');
    const html = await list('?lage=oppna');
    expect(html).toContain(linkTo(open));
    expect(html).not.toContain(linkTo(decided));
    expect(await list('?lage=sena')).not.toContain(linkTo(open));
    made.clock.now = '2027-06-01T10:00:00.000Z';
    const late = await list('?lage=sena&ar=2026');
    expect(late).toContain(linkTo(open));
    expect(late).not.toContain(linkTo(decided));
    expect(textOf(late)).toContain('över ett år');
  });

  it('goes on by a cursor that keeps the filters, and back to the beginning', async () => {
    const { register } = made.desk.cases;
    const limits: (number | undefined)[] = [];
    made.desk.cases.register = (of, page) => {
      limits.push(page.limit);
      return register(of, { ...page, limit: 1 });
    };
    await aRealCase(made, 'Registered');
    await aRealCase(made, 'Drafting');
    const first = await list('?ar=2026&lage=oppna');
    const next = first.match(/<a href="([^"]+)">Nästa sida/)?.[1]?.replaceAll('&amp;', '&');
    expect(next).toContain('lage=oppna');
    const second = (await auditor.get(next ?? '')).html;
    expect(second).toContain('Till början');
    expect(textOf(second)).not.toBe(textOf(first));
    expect(limits).toEqual([200, 200]);
    const bad = await auditor.get('/kontor/arenden?efter=garbage');
    expect(bad.status).toBe(400);
  });

  it('shows no draft to who is not its mover, and no name that is protected to who need not know', async () => {
    const draft = await aRealCase(made, 'Draft');
    const caseId = await aRealCase(made, 'Drafting');
    const { value, version } = (await made.desk.people.member('m-anna')) ?? {};
    if (value === undefined || version === undefined) throw new Error('no such member');
    const entry = { version: version + 1, by: 'test', at: made.clock.now, what: 'test' };
    await made.desk.people.saveMember({ ...value, protectedIdentity: true }, version + 1, entry);
    expect(await list('?undertecknare=m-anna')).not.toContain(linkTo(draft));
    expect(await list('?undertecknare=m-anna', await signedIn('p-member'))).toContain(linkTo(draft));
    const official = await list('?undertecknare=m-anna', await signedIn('p-official'));
    expect(official).toContain(linkTo(caseId));
    expect(official).toContain('Skyddade personuppgifter');
    expect(official).not.toContain(value.name);
    expect(await list('?undertecknare=m-anna')).toContain(value.name);
  });

  it('shows an administrator no case', async () => {
    const caseId = await aRealCase(made, 'Drafting');
    expect(await list('', await signedIn('p-administrator'))).not.toContain(linkTo(caseId));
  });
});
