import { beforeEach, describe, expect, it } from 'vitest';
import { type MadeDesk, makeDesk } from '../lambdas/office-desk.ts';
import { aRealCase, openTheMinutes } from '../lambdas/real-cases.ts';
import { makeVisitor, textOf, type Visitor } from '../support/page-visitor.ts';

let made: MadeDesk;
let secretary: Visitor;

beforeEach(async () => {
  made = await makeDesk();
  secretary = makeVisitor(made.desk);
  await secretary.signIn('p-council-secretary');
});

describe('the reports', () => {
  it('shows the open motions of any day, as a table and as a file', async () => {
    const caseId = await aRealCase(made, 'Referred');
    const { html } = await secretary.get('/kontor/rapporter');
    expect(textOf(html)).toContain('1 motion öppna');
    expect(html).toContain(`href="/kontor/arenden/${caseId}"`);
    expect(textOf(html)).toContain(
      'Diarienummer Rubrik Motionärer Väckt Läge Väntar på Sista sammanträde i tid Dagar kvar Beräknat beslut',
    );
    const before = await secretary.get('/kontor/rapporter/oppna-motioner?on=2026-01-01');
    expect(textOf(before.html)).toContain('0 motioner öppna vid slutet av 2026-01-01');
    const file = await secretary.get('/kontor/rapporter/oppna-motioner?on=2026-07-30&som=csv');
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(file.html).toContain('Diarienummer;Rubrik;');
    expect(file.html).toContain('RS 1-2026;');
  });

  it('shows what was granted and the figures from one day to another', async () => {
    await openTheMinutes(made);
    await aRealCase(made, 'Decided');
    const granted = await secretary.get('/kontor/rapporter/bifallna-motioner?from=2026-01-01&to=2026-12-31');
    expect(textOf(granted.html)).toContain('0 motioner bifallna');
    const figures = await secretary.get('/kontor/rapporter/statistik');
    expect(textOf(figures.html)).toMatch(/Beslutade motioner – – 1/);
  });

  it('says of a day that cannot be, or has not come, that it cannot be shown', async () => {
    for (const [query, words] of [
      ['oppna-motioner?on=2026-13-01', 'Skriv datumet som'],
      ['oppna-motioner?on=2031-01-01', 'framåt i tiden'],
      ['statistik?from=2026-05-01&to=2026-04-01', 'ligger före den första'],
    ] as const) {
      const page = await secretary.get(`/kontor/rapporter/${query}`);
      expect([query, page.status]).toEqual([query, 400]);
      expect(textOf(page.html)).toContain(words);
    }
  });

  it('is not for those who do not answer for the clock', async () => {
    const member = makeVisitor(made.desk);
    await member.signIn('p-member');
    for (const path of [
      '/kontor/rapporter',
      '/kontor/rapporter/statistik',
      '/kontor/rapporter/oppna-motioner?som=csv',
    ]) {
      expect([path, (await member.get(path)).status]).toEqual([path, 404]);
    }
  });
});
