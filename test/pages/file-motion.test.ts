import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { readFile } from '../../documents/reading/read-file.ts';
import { intakeKeys } from '../../lambdas/casework/intake/intake-files.ts';
import { readIntake } from '../../lambdas/casework/intake/read-intake.ts';
import { type MadeDesk, makeDesk } from '../lambdas/office-desk.ts';
import { motionOf } from '../lambdas/real-cases.ts';
import { hiddenOf, makeVisitor, textOf, type Visitor } from '../support/page-visitor.ts';

const at = '/kontor/motion-fran-fil';
const motion = `Motion: Lås på cykelställen
Till: Regionfullmäktige

Cyklarna stjäls.

Vi föreslår
att regionen sätter lås på cykelställen
att ställena får tak

Ylva Cykel (C)
Okänd Person (V)`;

let made: MadeDesk;
let registrar: Visitor;

/** As the browser does it: asks for an address, and the file arrives there. */
const bring = async (content: Uint8Array, fileName = 'motion.txt') => {
  const { csrf = '' } = hiddenOf((await registrar.get(at)).html);
  const size = String(content.length);
  const asked = await registrar.send(`${at}/borja`, { csrf, fileName, contentType: 'text/plain', size });
  const begun = JSON.parse(asked.html) as { page: string; url: string };
  const id = begun.page.split('/').at(-1) ?? '';
  expect(begun.url).toBe(`https://files.example/${intakeKeys(id).original}`);
  const { files } = made.desk;
  const { versionId } = await files.put({ key: intakeKeys(id).original, content, contentType: 'text/plain' });
  const read = () => readIntake({ ...made.desk, readPaperFile: readFile }, id, versionId);
  return { id, page: begun.page, read };
};

/** Where somebody is sent who asks for the original of a case, or the status of the answer. */
const downloadOf = async (subject: string, caseId: string) => {
  const visitor = makeVisitor(made.desk);
  await visitor.signIn(subject);
  const { status, headers } = await visitor.get(`/kontor/arenden/${caseId}/original`);
  return headers.get('location') ?? String(status);
};

const protect = async (memberId: string) => {
  const found = await made.desk.people.member(memberId);
  if (found === undefined) throw new Error('no such member');
  const entry = { version: found.version + 1, by: 'test', at: '2026-01-01T00:00:00Z', what: 'test' };
  await made.desk.people.saveMember({ ...found.value, protectedIdentity: true }, entry.version, entry);
};

beforeEach(async () => {
  made = await makeDesk();
  registrar = makeVisitor(made.desk);
  await registrar.signIn('p-registrar');
  await made.desk.people.saveMember(
    {
      memberId: 'm-ylva',
      name: 'Ylva Cykel',
      terms: [{ from: '2020-01-01', office: 'member' }],
      parties: [{ from: '2020-01-01', party: 'C' }],
      servingOn: [],
    },
    1,
    { version: 1, by: 'test', at: '2026-01-01T00:00:00Z', what: 'test' },
  );
});

describe('a motion brought as a file', () => {
  it('may be sent by the page to where files are, and nowhere else', async () => {
    const page = await registrar.get(at);
    expect(page.headers.get('content-security-policy')).toContain(
      "connect-src 'self' https://files.example;",
    );
    expect((await registrar.get('/kontor')).headers.get('content-security-policy')).toContain(
      "connect-src 'self';",
    );
  });

  it('is read in the background while the page waits', async () => {
    const { page, read } = await bring(Buffer.from(motion));
    const waiting = await registrar.get(page);
    expect(textOf(waiting.html)).toContain('Filen väntar på att läsas.');
    expect(waiting.headers.get('refresh')).toBe('3');
    await read();
    const form = await registrar.get(page);
    expect(form.headers.get('refresh')).toBeNull();
    expect(form.html).toContain('value="Lås på cykelställen"');
  });

  it('fills the form, tells what is uncertain, and begins a case when a person confirms', async () => {
    const content = Buffer.from(motion);
    const { page, read } = await bring(content);
    await read();
    const form = await registrar.get(page);
    const told = textOf(form.html);
    expect(form.html).toMatch(/regionen sätter lås på cykelställen\nställena får tak/);
    expect(form.html).toMatch(/value="m-ylva"[^>]*checked/);
    expect(told).toContain('Okänd Person (V) står på papperet men finns inte');
    expect(told).toContain(createHash('sha256').update(content).digest('hex'));
    const sent = await registrar.send(page, {
      ...hiddenOf(form.html),
      receivedOn: '2026-01-12',
      title: 'Lås på cykelställen',
      body: 'Cyklarna stjäls.',
      clauses: 'regionen sätter lås på cykelställen\nställena får tak',
      signatories: ['m-ylva'],
    });
    const done = await registrar.confirm(sent);
    const caseId = /arenden\/([^?]+)/.exec(done.path)?.[1] ?? '';
    expect(await motionOf(made, caseId)).toMatchObject({ status: 'Received', clauseCount: 2 });
    const sha256 = createHash('sha256').update(content).digest('hex');
    const { html } = await registrar.get(`/kontor/arenden/${caseId}`);
    expect(textOf(html)).toContain('Hämta motion.txt (0,2 kB)');
    expect(textOf(html)).toContain(sha256);
    const at = await downloadOf('p-registrar', caseId);
    const [, key = '', versionId = ''] = /^https:\/\/files\.example\/(.+)\?versionId=(.+)$/.exec(at) ?? [];
    expect(await made.desk.files.get(key, versionId)).toMatchObject({ sha256 });
    expect(await downloadOf('p-official', caseId)).toBe(at);
    expect(await downloadOf('p-member', caseId)).toBe('404');
    await protect('m-ylva');
    expect(await downloadOf('p-official', caseId)).toBe('404');
    expect(await downloadOf('p-auditor', caseId)).toBe(at);
    // The same file leads to its case from then on.
    expect((await registrar.get(page)).path).toBe(`/kontor/arenden/${caseId}`);
  });

  it('begins one case, though two registrars have it before them; and the same bytes say that they have come', async () => {
    const entry = { version: 1, by: 'test', at: '2026-01-01T00:00:00Z', what: 'test' };
    const roles = [{ role: 'registrar' as const, from: '2020-01-01' }];
    await made.desk.people.savePerson({ subject: 'p-second', name: 'Andra', roles }, 1, entry);
    const second = makeVisitor(made.desk);
    await second.signIn('p-second');
    const { page, read } = await bring(Buffer.from(motion));
    await read();
    const both = [registrar, second] as const;
    const forms = await Promise.all(both.map((each) => each.get(page)));
    const filled = {
      receivedOn: '2026-01-12',
      title: 'Lås',
      body: 'x',
      clauses: 'y',
      signatories: ['m-ylva'],
    };
    const sent = await Promise.all(
      both.map(async (each, index) => {
        const asked = await each.send(page, { ...hiddenOf(forms[index]?.html ?? ''), ...filled });
        return () => each.confirm(asked);
      }),
    );
    const paths: string[] = [];
    for (const confirm of sent) paths.push((await confirm()).path.replace(/\?.*/, ''));
    const [path = '', later] = paths;
    expect(later).toBe(path);
    const { items } = await made.desk.cases.bySignatory('m-ylva', {});
    expect(items.map(({ caseId }) => `/kontor/arenden/${caseId}`)).toEqual([path]);
    const again = await bring(Buffer.from(motion), 'kopia.txt');
    await again.read();
    const { html } = await second.get(again.page);
    expect(textOf(html)).toContain('Samma fil har redan förts in');
    expect(html).toContain(`href="${path}"`);
    const other = await bring(Buffer.from(`${motion} `));
    await other.read();
    expect(textOf((await registrar.get(other.page)).html)).not.toContain('redan förts in');
  });

  it('that cannot be read says why, and is kept', async () => {
    const { page, read } = await bring(Buffer.alloc(500));
    await read();
    const told = textOf((await registrar.get(page)).html);
    expect(told).toContain('Filen innehåller tecken som inte hör hemma i en text.');
    expect(told).toContain('Originalet är sparat som det kom');
    expect(told).toContain('Skriv in för hand');
  });

  it('that is too large or empty is refused before it is sent', async () => {
    const { csrf = '' } = hiddenOf((await registrar.get(at)).html);
    const ask = (size: string) =>
      registrar.send(`${at}/borja`, { csrf, fileName: 'm.pdf', contentType: 'application/pdf', size });
    expect((await ask('104857601')).html).toContain('större än 100 MB');
    expect((await ask('0')).html).toContain('Filen är tom');
  });

  it('is read once, however often it is told of', async () => {
    const { id, read } = await bring(Buffer.from(motion));
    await read();
    const first = await made.desk.files.get(intakeKeys(id).reading);
    await read();
    expect((await made.desk.files.get(intakeKeys(id).reading))?.versionId).toBe(first?.versionId);
  });

  it('is the registrar’s alone', async () => {
    const { page, read } = await bring(Buffer.from(motion));
    await read();
    for (const who of ['p-official', 'p-auditor', 'p-member']) {
      const other = makeVisitor(made.desk);
      await other.signIn(who);
      expect((await other.get(page)).status).toBe(404);
      expect((await other.get(at)).status).toBe(404);
    }
  });

  it('damaged by OCR shows what it proposes beside the original', async () => {
    const lines = Array.from(
      { length: 12 },
      () => 'Mans vald mot kvinnor ar ett stort problem for alla i lanet.',
    );
    const damaged = `Motion: Vard och stod at valdsutsatta\n\n${lines.join('\n')}\n\nVi yrkar att regionen utokar stodet.`;
    const { page, read } = await bring(Buffer.from(damaged));
    await read();
    const told = textOf((await registrar.get(page)).html);
    expect(told).toContain('i originalet: Vard och stod at valdsutsatta');
    expect(told).toContain('Förslag till rättad stavning');
  });
});
