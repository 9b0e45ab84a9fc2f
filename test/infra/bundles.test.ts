import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { stockholmDate } from '../../domain/calendar-date.ts';
import type { PersonCommand } from '../../domain/commands.ts';
import { actOnMeeting } from '../../lambdas/casework/act-on-meeting.ts';
import { addressId } from '../../lambdas/casework/follow.ts';
import { functions } from '../../lambdas/manifest.ts';
import { begun } from '../../lambdas/office/contract.ts';
import { bundleFunctions } from '../../lib/bundle.ts';
import { signIn } from '../../local/client/office-client.ts';
import { faultsOf, observe } from '../../local/demo/check-story.ts';
import { answeredStory, grantedStory } from '../../local/demo/stories.ts';
import { makeTown, roleHolders, yes } from '../../local/demo/town.ts';

import { readStore } from '../../local/engines/letters.ts';

import { scannedPdf, textPdf } from '../support/files/make-pdf.ts';
import { scanOf } from '../support/files/make-scan.ts';

import { sesEvents, snsEventOf } from '../support/ses-events.ts';
import { askPapers } from './support/ask-papers.ts';
import { bringAndRead, storeAndRead } from './support/bring-file.ts';
import { browse } from './support/browse-pages.ts';
import { type CloudAtHome, startCloudAtHome } from './support/cloud-at-home.ts';
import { grantedCalls } from './support/granted-calls.ts';
import { enterMembers, importMotion } from './support/many-signatories.ts';
import { enterFirst, runSmoke } from './support/run-scripts.ts';
import { faults } from './support/start-bundle.ts';
import { type Synthesized, synthesize } from './support/synthesize.ts';

let stack: Synthesized;
let cloud: CloudAtHome;
/** The seed cases, when they are final. */
const finished: string[] = [];

const letterStates = async (caseId: string) => {
  const letters = z.object({ items: z.array(z.object({ state: z.string() })) });
  const registrar = await signIn(cloud, roleHolders.registrar);
  return yes(await registrar.get(`/api/cases/${caseId}/letters`), letters).items.map(({ state }) => state);
};
const act = (subject: string, caseId: string, command: PersonCommand) =>
  makeTown(cloud).act(subject, caseId, command);
const moveTo = (day: string) => makeTown(cloud).on(day);

beforeAll(async () => {
  stack = synthesize({ bundle: bundleFunctions });
  cloud = await startCloudAtHome(stack);
}, 300_000);
afterAll(async () => {
  await cloud?.stop();
  stack?.remove();
});

/** Runs in order: each test goes on where the last one stopped. */
describe('the bundles, from their assets, behind the template’s routes', () => {
  it('let the secretaries keep the calendar, on which the first seed is taken up', async () => {
    const town = makeTown(cloud);
    const { councilSecretary, boardSecretary } = roleHolders;
    await town.on('2022-11-01');
    const [board, council] = ['2023-09-05', '2022-12-13'];
    await town.actOnMeeting(boardSecretary, `board-${board}`, {
      type: 'plan-meeting',
      body: 'board',
      date: board,
    });
    await town.actOnMeeting(boardSecretary, `board-${board}`, { type: 'summon', summonedOn: '2022-11-01' });
    // Nobody summons to this one: its clocks ring on the way.
    await town.actOnMeeting(councilSecretary, `council-${council}`, {
      type: 'plan-meeting',
      body: 'council',
      date: council,
    });
    const to = '2022-12-20';
    await town.actOnMeeting(councilSecretary, `council-${council}`, { type: 'move-meeting', to });
  });

  it.each([
    ['seed 000/001', answeredStory],
    ['seed 004', grantedStory],
  ])(
    'carry %s to a final decision',
    async (_, story) => {
      const town = makeTown(cloud);
      const expected = await story(town);
      await cloud.idle();
      await cloud.tick(true);
      await cloud.idle();
      finished.push(expected.caseId);
      expect(faultsOf(expected, await observe(town, cloud, expected.caseId))).toEqual([]);
    },
    240_000,
  );

  it('let tick tell the cases of a meeting what they were not told', async () => {
    const meetingId = 'board-2023-09-05';
    const { casework } = cloud;
    expect(await casework.meetings.items(meetingId)).toEqual([{ caseId: finished[0] }]);
    const items = () => Promise.reject(new Error('broken'));
    const command = { type: 'end-meeting' as const };
    const actor = { personId: roleHolders.boardSecretary, roles: ['board-secretary' as const] };
    const desk = {
      ...casework,
      meetings: { ...casework.meetings, items },
      now: () => new Date(Date.now() + cloud.clockOffset()).toISOString(),
    };
    const commandId = randomUUID();
    expect(await actOnMeeting(desk, { meetingId, commandId, command, actor })).toMatchObject({
      kind: 'done',
    });
    expect(await casework.meetings.owedRelays(meetingId)).toHaveLength(1);
    await moveTo(stockholmDate(desk.now()));
    expect(await casework.meetings.owedRelays(meetingId)).toEqual([]);
    const unsummoned = await casework.meetings.load('council-2022-12-13');
    expect(unsummoned?.meeting.rungClocks).toEqual(['announcement', 'summons']);
  });

  it('answer what the office and the public ask', async () => {
    const registrar = await signIn(cloud, roleHolders.registrar);
    const paths = [
      '/api/me',
      '/api/worklist?role=registrar',
      '/api/cases?year=2022',
      '/api/cases?signatory=m-krantz-marie',
      '/api/minutes?body=council',
      '/api/meetings?body=council',
      '/api/members',
      '/motioner.json?year=2022',
    ];
    const answers = await Promise.all(paths.map((path) => registrar.get(path)));
    expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 200));
    const stranger = await fetch(`${cloud.siteUrl}/api/me`);
    expect(stranger.status).toBe(401);
  });

  it('let a person sign in at the pages, and out', async () => {
    const { ask, signIn: signInAtPages } = browse(cloud);
    const { provider, back } = await signInAtPages(roleHolders.registrar);
    expect(provider.searchParams.get('redirect_uri')).toMatch(/\/kontor\/inloggad$/);
    expect([back.status, back.headers.get('location')]).toEqual([303, '/kontor']);
    const work = await (await ask('/kontor')).text();
    expect(work).toContain('Sigrid Hallman');
    const receipt = await ask(`/kontor/papper/arenden/${finished[0]}/receipt.html`);
    expect([receipt.status, await receipt.text()]).toEqual([
      200,
      expect.stringContaining('Mottagningsbevis'),
    ]);
    const csrf = /name="csrf" value="([^"]+)"/.exec(work)?.[1] ?? '';
    expect((await ask('/kontor/logga-ut', new URLSearchParams({ csrf }))).status).toBe(303);
    expect((await ask('/kontor')).status).toBe(303);
  });

  it('read a file that a registrar brings, and give it back from the case it has become', async () => {
    const text = 'Motion: Bättre belysning\n\nVi yrkar\natt regionen lyser upp';
    const { html, original } = await bringAndRead(cloud, 'motion.txt', text, 'm-krantz-marie');
    expect(html).toContain('value="Bättre belysning"');
    expect(original).toBe(text);
  });

  it('read a scan', async () => {
    const scan = scannedPdf(
      await scanOf(textPdf([['Motion: Bättre belysning', '', 'Vi yrkar att det lyser.']])),
    );
    const { result } = await storeAndRead(cloud, 'motion.pdf', scan);
    expect(result).toMatchObject({ by: 'ocr', fields: { title: 'Bättre belysning' } });
  }, 240_000);

  it('draw every paper, and give it again as it was', async () => {
    const { drawn, again } = await askPapers(cloud, finished[0] ?? '', 'council-2023-09-26');
    expect(drawn.filter(({ status }) => status !== 200).map(({ path, status }) => [path, status])).toEqual(
      [],
    );
    expect(again.map(({ bytes }) => bytes)).toEqual(drawn.map(({ bytes }) => bytes));
    for (const { bytes, digest } of drawn) {
      expect(digest).toBe(`sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`);
    }
  });

  it('send the extract as PDF with the letter of certified minutes', async () => {
    const { cases } = cloud.casework;
    const [caseId = ''] = finished;
    const row = (await cases.letters(caseId)).find(({ template }) => template === 'extract');
    if (row?.messageId === undefined) throw new Error('no extract was sent');
    const kept = await cases.keptLetter(row, row.messageId);
    expect(kept?.attachments?.map(({ filename }) => filename)).toEqual(['protokollsutdrag.pdf']);
  });

  it('let an administrator keep the registers', async () => {
    const administrator = await signIn(cloud, 'samira.nordin');
    expect((await administrator.get('/api/people')).status).toBe(200);
    expect((await administrator.get('/api/people/samira.nordin')).status).toBe(200);
    await enterMembers(cloud, 105);
    const memberId = 'm-krantz-marie';
    expect((await administrator.get(`/api/members/${memberId}`)).status).toBe(200);
    const members = 'Id;Namn;Parti;Uppdrag;Från\nm-ny;Eva Ny;S;ledamot;2023-01-01';
    const commandId = randomUUID();
    const imported = await administrator.post('/api/members/import', { commandId, content: members });
    expect(yes(imported, z.object({ imported: z.boolean() })).imported).toBe(true);
    const registrar = await signIn(cloud, roleHolders.registrar);
    const open =
      'Diarienummer;Titel;Motionärer;Inkom;Läge\nRS 999/2021;Fler träd;m-ny;2021-05-14;registrerad';
    const tried = { commandId: randomUUID(), content: open, dryRun: true };
    expect((await registrar.post('/api/cases/import-open', tried)).status).toBe(200);
  });

  it('let an administrator invite somebody, who comes with the code', async () => {
    const [administrator, stranger] = [browse(cloud), browse(cloud)];
    await administrator.signIn('samira.nordin');
    const invited = await administrator.fillIn('/kontor/inbjudan', { name: 'Eva Ny', roles: 'registrar' });
    const [kod = ''] = /[A-Z0-9]{4}(-[A-Z0-9]{4}){4}/.exec(await invited.text()) ?? [];
    await stranger.signIn('never-seen-before');
    expect((await stranger.ask('/kontor')).headers.get('location')).toBe('/kontor/okand');
    const entered = await stranger.fillIn('/kontor/okand', { kod });
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/kontor']);
    expect(await (await stranger.ask('/kontor')).text()).toContain('Eva Ny');
    expect(await (await administrator.ask('/kontor/personer')).text()).toContain('använd');
  });

  it('carry a motion with more signatories than a transaction holds', async () => {
    const town = makeTown(cloud);
    const caseId = await importMotion(cloud, 105);
    await cloud.idle();
    await town.act(roleHolders.registrar, caseId, { type: 'register' });
    await cloud.idle();
    const provision = 'arbetsordningen § 29';
    await town.act(roleHolders.registrar, caseId, {
      type: 'return-motion',
      provision,
      reason: 'Att-satsen är otydlig.',
    });
    await cloud.idle();
  }, 180_000);

  it('let tick start what could not be started, tell what was not told, and send what was not sent', async () => {
    const office = cloud.bundle('office');
    const letters = cloud.bundle('send-letters');
    office.faults.set('states', faults.denied);
    const caseId = await importMotion(cloud, 1);
    office.faults.clear();
    const senders = [letters, cloud.bundle('tick')];
    for (const sender of senders) sender.faults.set('ses', faults.mailBusy);
    await cloud.tick();
    await cloud.idle();
    expect(await letterStates(caseId)).toEqual(['owed']);
    office.faults.set('states', faults.denied);
    await act(roleHolders.archivist, finished[0] ?? '', { type: 'archive' });
    office.faults.clear();
    for (const sender of senders) sender.faults.clear();
    await moveTo('2024-05-22');
    expect(await letterStates(caseId)).toEqual(['sent']);
  });

  it('note what became of a letter, and let the registrar see to it', async () => {
    const registrar = await signIn(cloud, roleHolders.registrar);
    const [caseId = ''] = finished;
    const [row] = await cloud.casework.cases.letters(caseId);
    const { version = 0, memberId = '', template = 'received', messageId = '' } = row ?? {};
    const address = (await cloud.casework.people.member(memberId))?.value.email ?? '';
    const told = { messageId, letterId: `${caseId}#${version}#${memberId}#${template}`, address };
    const news = cloud.bundle('mail-events');
    await news.invoke(snsEventOf(sesEvents.delivery(told)));
    await news.invoke(snsEventOf(sesEvents.bounce(told)));
    const astray = z.object({ items: z.array(z.object({ caseId: z.string() })) });
    expect(yes(await registrar.get('/api/letters/astray'), astray).items).toEqual([{ caseId }]);
    expect(await cloud.casework.addresses.stopOf(address)).toMatchObject({ reason: 'bounced' });
    const kept = `/api/cases/${caseId}/letters/sent?version=${version}&memberId=${memberId}&template=${template}`;
    expect((await registrar.get(kept)).status).toBe(200);
    const asked = { letters: [{ version, memberId, template }], reason: 'Ny adress.' };
    const answer = await registrar.post(`/api/cases/${caseId}/letters/resend`, asked);
    expect(yes(answer, z.object({ letters: z.int() })).letters).toBe(1);
    expect(await cloud.casework.addresses.stopOf(address)).toBeUndefined();
    await cloud.tick();
    await cloud.idle();
    expect(new Set(await letterStates(caseId))).toEqual(new Set(['sent']));
  });

  it('let anyone follow by letter until it is ended, and an official choose a digest', async () => {
    const motion = `motion:${finished[0]}`;
    const post = (path: string, fields: Record<string, string>) =>
      fetch(cloud.siteUrl + path, { method: 'POST', body: new URLSearchParams(fields) });
    const confirm = async (epost: string, amne: string) => {
      expect((await post('/prenumerera', { amne, epost })).status).toBe(200);
      await cloud.tick();
      const letter = (await readStore(cloud.lettersEndpoint)).findLast(({ to }) => to.includes(epost));
      const path = /\/prenumerera\/bekrafta\/\w+/.exec(letter?.text ?? '')?.[0] ?? 'none';
      expect((await fetch(cloud.siteUrl + path)).status).toBe(200);
      expect((await post(path, {})).status).toBe(200);
    };
    const follower = async (epost: string) => await cloud.casework.following.follower(addressId(epost));
    expect((await fetch(`${cloud.siteUrl}/prenumerera`)).status).toBe(200);
    const [stays, bounces, ends] = ['a', 'b', 'c'].map((name) => `${name}@home.example`);
    for (const each of [stays, bounces, ends]) await confirm(each ?? '', motion);
    await confirm(ends ?? '', 'all');
    await post('/prenumerera', { amne: 'all', epost: 'never@home.example' });
    const path = `/prenumerera/avsluta/${(await follower(ends ?? ''))?.endKey}`;
    expect((await post(path, { amne: 'all' })).status).toBe(200);
    expect((await follower(ends ?? ''))?.subjects).toHaveLength(1);
    expect((await post(path, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200);
    expect(await follower(ends ?? '')).toBeUndefined();
    const letterId = `news#${addressId(bounces ?? '')}#2024-05-22`;
    const told = { messageId: 'm', letterId, address: bounces ?? '' };
    await cloud.bundle('mail-events').invoke(snsEventOf(sesEvents.bounce(told)));
    expect(await follower(bounces ?? '')).toBeUndefined();
    const choose = async (dailyDigest: boolean) => {
      const headers = {
        authorization: `Bearer ${await cloud.tokenFor(roleHolders.registrar)}`,
        'content-type': 'application/json',
      };
      const body = JSON.stringify({ dailyDigest });
      return (await fetch(`${cloud.siteUrl}/api/me/digest`, { method: 'PUT', headers, body })).status;
    };
    expect(await choose(true)).toBe(200);
    await moveTo('2024-05-23');
    expect((await follower(stays ?? ''))?.toldThrough).toBe('2024-05-22');
    await cloud.casework.addresses.stop(stays ?? '', { reason: 'bounced', at: '2024-05-23T08:00:00.000Z' });
    await moveTo('2024-05-27');
    expect(await follower(stays ?? '')).toBeUndefined();
    expect(await cloud.casework.following.requests(addressId('never@home.example'))).toEqual([]);
    expect(await choose(false)).toBe(200);
  }, 180_000);

  it('count a letter that nobody can send, under the name that the alarm watches', async () => {
    const letters = cloud.bundle('send-letters');
    letters.faults.set('ses', faults.letterRefused);
    const caseId = await importMotion(cloud, 1);
    await cloud.idle();
    letters.faults.clear();
    expect(await letterStates(caseId)).toEqual(['failed']);
    const counted = letters.lines.find(
      (line) => line.includes('"_aws"') && line.includes('alarm_letter_failed'),
    );
    const metric = JSON.parse(counted ?? '{}');
    expect(metric).toMatchObject({
      service: 'besvarad',
      _aws: { CloudWatchMetrics: [{ Namespace: 'Besvarad', Dimensions: [['service']] }] },
    });
    stack.assertions.hasResourceProperties('AWS::CloudWatch::Alarm', {
      Namespace: 'Besvarad',
      MetricName: 'alarm_letter_failed',
      Dimensions: [{ Name: 'service', Value: 'besvarad' }],
    });
  });

  it('fail, hand over and stand aside as the machine expects', async () => {
    const office = cloud.bundle('office');
    office.faults.set('states', faults.denied);
    const closed = finished[1] ?? '';
    await act(roleHolders.archivist, closed, { type: 'archive' });
    office.faults.clear();
    const generation = (await cloud.casework.cases.load(closed))?.execution?.generation ?? 0;
    await cloud.bundle('hand-over').invoke({ caseId: closed, generation }, cloud.clockOffset());
    const caseId = await importMotion(cloud, 1);
    await cloud.idle();
    for (const call of ['first', 'repeated']) {
      await cloud.bundle('hand-over').invoke({ caseId, generation: 1, call });
    }
    const wait = { step: 'AwaitRegistration', awaits: 'registrar', token: randomUUID() };
    await cloud.bundle('open-wait').invoke({ caseId, generation: 1, version: 1, ...wait });
    for (let failures = 1; failures <= 5; failures += 1) {
      await cloud.bundle('record-failure').invoke({ caseId, generation: 2, error: 'Tried' });
    }
    expect((await cloud.casework.cases.load(caseId))?.tasks.map(({ kind }) => kind)).toContain(
      'execution-stopped',
    );
  });

  it('let a person begin', async () => {
    const secretary = await signIn(cloud, 'albin.rosenkvist');
    const text = { title: 'En motion', body: 'Text.', clauses: ['att något görs'] };
    const answer = await secretary.begin({ type: 'start-draft', text, signatories: [] });
    expect(yes(answer, begun).caseId).toMatch(/^c/);
  });

  it('carry the smoke test, which says what it leaves', async () => {
    // The schedule that a stage has: tick sends the letter that the extract goes with.
    const schedule = setInterval(() => void cloud.tick(), 4000);
    const { status, output } = await runSmoke(cloud).finally(() => clearInterval(schedule));
    expect(output).toContain('status AppealWindow, public page 200');
    expect(output).toMatch(
      /Left in the stage, since nothing here can be deleted: case c[0-9a-f]{20}, minutes board-/,
    );
    expect(status).toBe(0);
  }, 180_000);

  describe.each(functions)('$name', ({ name, timeoutSeconds }) => {
    it('may do exactly what it did', () => {
      const did = [...cloud.bundle(name).calls].sort();
      expect(did).toEqual([...grantedCalls(stack, name)].sort());
    });

    it('took less than half its time', () => {
      expect(cloud.bundle(name).longest()).toBeLessThan(timeoutSeconds * 500);
    });
  });
});

it('lets an operator enter the first administrator, once', async () => {
  const first = await enterFirst(cloud, 'empty');
  expect(first.output).toContain('is administrator from');
  const second = await enterFirst(cloud, 'empty');
  expect(second.output).toContain('is administrator already');
  expect([first.status, second.status]).toEqual([0, 1]);
});

describe('the assets', () => {
  it('are one for each function, built once', () => {
    const { files } = JSON.parse(readFileSync(join(stack.outdir, 'Besvarad-test.assets.json'), 'utf8')) as {
      files: Record<string, { source: { packaging: string } }>;
    };
    const zipped = Object.values(files).filter(({ source }) => source.packaging === 'zip');
    expect(zipped).toHaveLength(functions.length);
    expect(new Set(functions.map(({ name }) => stack.assetOf(name))).size).toBe(functions.length);
  });

  it.each(functions)('$name is below one megabyte, with its source map', ({ name, ...spec }) => {
    const files = readdirSync(stack.assetOf(name)).filter((file) => file !== 'node_modules');
    const own = ['index.mjs', 'index.mjs.map'];
    // The thread that reads files holds the libraries that open them, and is let off (architecture §9).
    const thread = 'worker' in spec ? ['worker.mjs', 'worker.mjs.map'] : [];
    expect(files.sort()).toEqual([...own, ...thread]);
    const sizes = own.map((file) => deflateRawSync(readFileSync(join(stack.assetOf(name), file))).length);
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(1_048_576);
  });

  it.each(functions)('$name carries what it says beside it, and is below what Lambda unpacks', (spec) => {
    const carried = 'carries' in spec ? spec.carries.map((each) => each.name) : [];
    const beside = join(stack.assetOf(spec.name), 'node_modules');
    for (const name of carried) expect(existsSync(join(beside, name, 'package.json'))).toBe(true);
    expect(existsSync(beside)).toBe(carried.length > 0);
    const all = readdirSync(stack.assetOf(spec.name), { recursive: true, withFileTypes: true });
    const sizes = all
      .filter((each) => each.isFile())
      .map((each) => statSync(join(each.parentPath, each.name)).size);
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(250_000_000);
  });
});
