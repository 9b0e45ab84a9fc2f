import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { backUp } from '../../local/backup/back-up.ts';
import { restore } from '../../local/backup/restore.ts';
import { makeRound, phases } from '../../local/chaos/calendar.ts';
import { isFinished } from '../../local/chaos/carry-case.ts';
import { carryPhase, carryYears } from '../../local/chaos/carry-year.ts';
import { checkLogs, checkNumbers } from '../../local/chaos/checks/logs.ts';
import { makeJournal } from '../../local/chaos/journal.ts';
import { startLetterRecorder } from '../../local/chaos/letter-recorder.ts';
import { observeRecord, openRecord } from '../../local/chaos/observe-record.ts';
import { makeOngoingCase } from '../../local/chaos/ongoing-case.ts';
import { makePlan } from '../../local/chaos/plan.ts';
import { runProduct } from '../../local/chaos/running-product.ts';
import { settle } from '../../local/chaos/settle.ts';
import { makeSteadfastOffice } from '../../local/chaos/steadfast-office.ts';
import { startDynamoDb } from '../../local/engines/dynamodb.ts';
import { choosePort } from '../../local/engines/free-port.ts';
import { openDisk } from '../../local/files/disk.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'besvarad-backup-'));
  const made = folder;
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
});

const plan = makePlan({ seed: 11, kills: 0, cases: 6 });
const rounds = { plan: plan.round(0), round: makeRound(0, plan.round(0)) };

/** The product in a process of its own, on a folder of its own, and the office over HTTP. */
const startIn = async (name: string, startOn: string) => {
  const home = join(folder, name);
  const journal = makeJournal(join(folder, `${name}.jsonl`));
  const recorder = await startLetterRecorder(() => 1);
  const port = await choosePort();
  const product = runProduct({ folder: home, port, sesEndpoint: recorder.endpoint, startOn });
  onTestFinished(async () => {
    await product.stop();
    await recorder.stop();
  });
  await product.up();
  const office = makeSteadfastOffice({ product, journal, recorder, plan, run: `backup-${name}` });
  return { home, journal, product, office };
};

describe('backup and restore', () => {
  it('copies a running product under load, and every open case goes on from the copy', async () => {
    const file = join(folder, 'copy.bak');
    mkdirs('first', 'second');
    const first = await startIn('first', rounds.round.days.intake);
    const cases = plan.cases.map((each, index) => makeOngoingCase({ ...each, round: 0 }, index));
    for (const phase of phases.slice(0, 3)) await carryPhase(first.office, { ...rounds, phase }, cases, 6);
    const before = first.journal.commands.filter((each) => each.acknowledgedVersion !== undefined);
    const known = before.map((each) => each.commandId);
    const meeting = carryPhase(first.office, { ...rounds, phase: 'board' }, cases, 6);
    await Promise.all([backUp({ data: join(first.home, 'data'), to: file }), meeting]);
    expect(first.journal.commands.length).toBeGreaterThan(known.length);
    await first.product.stop();

    await restore({ from: file, data: join(folder, 'second', 'data') });
    expect(readFileSync(join(folder, 'second/data/sign-in-keys.json'), 'utf8')).toBe(
      readFileSync(join(folder, 'first/data/sign-in-keys.json'), 'utf8'),
    );
    const second = await startIn('second', rounds.round.days.board);
    const caseIds = cases.flatMap((it) => (it.caseId === undefined || it.isClosed ? [] : [it.caseId]));
    const restored = plan.cases.flatMap((each, index) => {
      const { caseId, isClosed } = cases[index] ?? {};
      const it = makeOngoingCase({ ...each, round: 0 }, index);
      return caseId === undefined || isClosed ? [] : [Object.assign(it, { caseId, isDraft: false })];
    });
    for (const phase of phases.slice(3)) await carryPhase(second.office, { ...rounds, phase }, restored, 6);
    const lastDay = await carryYears(second.office, plan, restored, {
      concurrency: 6,
      hasFault: () => false,
      from: 1,
    });

    const record = openRecord(join(folder, 'second', 'data', 'record.db'));
    await settle({ office: second.office, record, caseIds }, lastDay, 20);
    const observed = await observeRecord(record, caseIds, []);
    record.close();
    const ends = observed.cases.map(({ state }, index) => {
      const it = restored[index];
      return it !== undefined && isFinished(it, state?.motion.status);
    });
    expect(caseIds.length).toBeGreaterThan(3);
    expect(ends).toEqual(caseIds.map(() => true));
    expect([...checkLogs(observed), checkNumbers(observed)].flatMap((each) => each.faults)).toEqual([]);
    const recorded = observed.cases.flatMap((each) => each.events.map((event) => event.commandId));
    const ofCases = before
      .filter((each) => caseIds.includes(each.subject ?? ''))
      .map((each) => each.commandId);
    expect(recorded).toEqual(expect.arrayContaining(ofCases));
  }, 180_000);

  it('carries every version of every file, and gives the record back without them', async () => {
    const data = join(folder, 'data');
    const file = join(folder, 'files.bak');
    const engine = await startDynamoDb({ databaseFile: join(data, 'record.db'), environment: process.env });
    await engine.stop();
    const disk = openDisk(join(data, 'files'));
    const content = randomBytes(100_000);
    const first = await disk.write('papers/c1/answer.pdf', 'application/pdf', content);
    const second = await disk.write('papers/c1/answer.pdf', 'application/pdf', Buffer.from('two'));
    writeFileSync(join(data, 'files/papers/c1/answer.pdf/.draft-1'), 'half');
    await backUp({ data, to: file });
    const again = join(folder, 'again');
    await restore({ from: file, data: again });
    const restored = openDisk(join(again, 'files'));
    expect(await restored.read('papers/c1/answer.pdf', first)).toMatchObject({ content });
    expect((await restored.read('papers/c1/answer.pdf'))?.versionId).toBe(second);
    expect(readdirSync(join(again, 'files/papers/c1/answer.pdf'))).toEqual([first, second]);
    expect(readFileSync(join(again, 'record.db')).includes(content.subarray(0, 64))).toBe(false);
  });

  it('refuses to write over anything', async () => {
    const { data, file } = await smallBackup();
    await expect(backUp({ data, to: file })).rejects.toThrow(/is there already and is not overwritten/);
    await expect(restore({ from: file, data })).rejects.toThrow(/is there already and is not overwritten/);
    await expect(backUp({ data: join(folder, 'none'), to: join(folder, 'x') })).rejects.toThrow(
      /nothing to back up/,
    );
  });

  it('refuses a damaged file, whatever is wrong with it, and leaves nothing behind', async () => {
    const { file } = await smallBackup();
    const whole = readFileSync(file);
    const data = join(folder, 'restored');
    const changed = Buffer.from(whole);
    changed.writeUInt8((changed.readUInt8(whole.length >> 1) ^ 1) & 0xff, whole.length >> 1);
    const damaged = {
      'cut.bak': whole.subarray(0, whole.length - 100),
      'changed.bak': changed,
      'text.bak': Buffer.from('not a backup'),
      'other.bak': gzipSync('not a database, but packed'),
      'empty.bak': Buffer.alloc(0),
    };
    for (const [name, bytes] of Object.entries(damaged)) {
      writeFileSync(join(folder, name), bytes);
      await expect(restore({ from: join(folder, name), data }), name).rejects.toThrow(/damaged|no backup/);
      expect(existsSync(data)).toBe(false);
    }
    await expect(restore({ from: join(folder, 'gone.bak'), data })).rejects.toThrow(/is not there/);
    await restore({ from: file, data });
    expect(existsSync(join(data, 'record.db'))).toBe(true);
  });
});

const mkdirs = (...names: string[]) => {
  for (const name of names) mkdirSync(join(folder, name), { recursive: true });
};

/** A backup of an engine's empty database. */
const smallBackup = async () => {
  const data = join(folder, 'data');
  const file = join(folder, 'small.bak');
  const engine = await startDynamoDb({ databaseFile: join(data, 'record.db'), environment: process.env });
  await engine.stop();
  await backUp({ data, to: file });
  return { data, file };
};
