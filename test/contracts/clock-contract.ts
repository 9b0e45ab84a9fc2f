import { describe, expect, it } from 'vitest';
import { evolveMeeting } from '../../domain/meeting.ts';
import type { MeetingEvent } from '../../domain/meeting-events.ts';
import { chainEvent, chainStart } from '../../lambdas/event-chain.ts';
import type { CaseChange, Task } from '../../lambdas/ports/case-store.ts';
import {
  aTask,
  at,
  changeBy,
  hash,
  imported,
  newId,
  referred,
  registered,
} from '../support/change-builders.ts';
import type { Stores } from '../support/in-memory-record.ts';
import { inAllPages } from './in-all-pages.ts';

/** What clocks leave with people, how the clocks of a new law come to old cases, and the meetings all may see. */
export const clockContract = (stores: () => Stores) =>
  describe('clocks', () => {
    const receive = async () => {
      const caseId = newId('case');
      await stores().cases.commit(changeBy(caseId, undefined, imported()));
      return caseId;
    };
    const change = async (
      caseId: string,
      event: Parameters<typeof changeBy>[2],
      tasks: CaseChange['tasks'],
    ) => {
      const { cases } = stores();
      await cases.commit({ ...changeBy(caseId, await cases.load(caseId), event), tasks });
    };
    const rang = (dueOn: string) => ({ type: 'ClockRang' as const, clock: 'one-year', dueOn });
    const inList = async (caseId: string, who: { role: string; personId?: string }): Promise<Task[]> => {
      const { items } = await inAllPages((page) => stores().cases.worklist(who, page), 50);
      return items.filter((each) => each.caseId === caseId);
    };
    const forBoth = { role: 'council-secretary' as const, alsoRoles: ['board-secretary' as const] };

    it('opens a task with the event, in the worklist of each role, and closes it with another', async () => {
      const { cases } = stores();
      const caseId = await receive();
      await change(caseId, registered(newId('RS')), undefined);
      const task = aTask(caseId, { kind: 'one-year', assignee: forBoth, dueOn: '2027-02-23' });
      await change(caseId, rang('2026-08-29'), { opened: [task], closed: [] });
      expect((await cases.load(caseId))?.tasks).toEqual([task]);
      expect(await inList(caseId, { role: 'council-secretary' })).toEqual([task]);
      expect(await inList(caseId, { role: 'board-secretary' })).toEqual([task]);
      const later = { ...task, dueOn: '2027-01-12' };
      await change(caseId, rang('2026-11-27'), { opened: [later], closed: [] });
      expect(await inList(caseId, { role: 'board-secretary' })).toEqual([later]);
      await change(caseId, referred, { opened: [], closed: ['one-year'] });
      expect((await cases.load(caseId))?.tasks).toEqual([]);
      expect(await inList(caseId, { role: 'council-secretary' })).toEqual([]);
    });

    it('leaves the tasks of others alone, and takes one that is replaced from whom it leaves', async () => {
      const { cases } = stores();
      const caseId = await receive();
      await change(caseId, registered(newId('RS')), undefined);
      const [one, other, third] = [newId('p'), newId('p'), newId('p')];
      const taskOf = (...personIds: string[]) =>
        aTask(caseId, { kind: 'consultation-1', assignee: { role: 'official', personIds } });
      const beside = aTask(caseId, { kind: 'one-year', assignee: forBoth });
      await change(caseId, rang('2026-08-29'), { opened: [taskOf(one, other), beside], closed: [] });
      await change(caseId, rang('2026-08-30'), { opened: [taskOf(other, third)], closed: [] });
      const counts = await Promise.all(
        [one, other, third].map(async (personId) => (await inList(caseId, { role: '-', personId })).length),
      );
      expect(counts).toEqual([0, 1, 1]);
      await change(caseId, rang('2026-08-31'), { opened: [], closed: ['consultation-1'] });
      expect((await cases.load(caseId))?.tasks).toEqual([beside]);
    });

    it('writes none of it when the record has moved', async () => {
      const { cases } = stores();
      const caseId = await receive();
      await change(caseId, registered(newId('RS')), undefined);
      const stale = await cases.load(caseId);
      await change(caseId, referred, undefined);
      const lost = changeBy(caseId, stale, rang('2026-08-29'));
      const tasks = { opened: [aTask(caseId, { kind: 'one-year', assignee: forBoth })], closed: [] };
      await expect(cases.commit({ ...lost, tasks })).rejects.toMatchObject({ name: 'Conflict' });
      expect((await cases.load(caseId))?.tasks).toEqual([]);
      expect(await inList(caseId, { role: 'board-secretary' })).toEqual([]);
    });

    it('adopts clocks for a case that is where it was read, and for no other', async () => {
      const { cases, clocks } = stores();
      const caseId = await receive();
      const ringing = async () => {
        const due = await inAllPages((page) => clocks.due('2031-01-01', page), 200);
        return due.items
          .filter(({ subject }) => 'caseId' in subject && subject.caseId === caseId)
          .map(({ kind, dueOn }) => `${kind} ${dueOn}`);
      };
      const before = await cases.load(caseId);
      expect(await clocks.adopt(caseId, 2, [{ kind: 'new', dueOn: '2030-01-01' }])).toBe(false);
      expect(await ringing()).toEqual(['registration 2026-03-04']);
      const both = [
        { kind: 'registration', dueOn: '2026-03-04' },
        { kind: 'new', dueOn: '2030-01-01' },
      ];
      expect(await clocks.adopt(caseId, 1, both)).toBe(true);
      expect(await clocks.adopt(caseId, 1, both)).toBe(true);
      expect(await ringing()).toEqual(['registration 2026-03-04', 'new 2030-01-01']);
      expect(await cases.load(caseId)).toEqual(before);
      expect(await clocks.adopt(newId('unknown'), 1, both)).toBe(false);
    });

    it('notes the law that the table has adopted', async () => {
      const { clocks } = stores();
      expect(await clocks.adoptedLaw()).toBe(0);
      await clocks.markLawAdopted(3);
      expect(await clocks.adoptedLaw()).toBe(3);
    });

    it('shows anyone the meetings of a span by day, each where it is now', async () => {
      const { meetings, register } = stores();
      const happen = async (meetingId: string, event: MeetingEvent) => {
        const before = await meetings.load(meetingId);
        const version = (before?.meeting.version ?? 0) + 1;
        const commandId = newId('command');
        await meetings.commit({
          before,
          after: evolveMeeting(before?.meeting, event, { meetingId, version }),
          recorded: chainEvent(before?.head ?? chainStart, {
            seq: version,
            schemaVersion: 1,
            event,
            row: 'test',
            actor: { personId: 'p-1' },
            commandId,
            occurredOn: '2026-03-02',
            recordedAt: at,
          }),
          answer: { commandId, commandHash: hash('c'), version, recordedAt: at },
          clocks: { set: [], cancelled: [] },
        });
      };
      const [board, council] = [newId('board'), newId('council')];
      const planned = { type: 'MeetingPlanned' as const, plannedOn: '2026-01-02', place: 'Salen' };
      await happen(council, { ...planned, body: 'council', date: '2041-04-14', startsAt: '09:00' });
      await happen(board, { ...planned, body: 'board', date: '2041-04-01' });
      const span = async (from = '2041-04-01', to = '2041-04-30') =>
        (await register.meetings(from, to)).map(({ meetingId, date }) => `${meetingId} ${date}`);
      expect(await span()).toEqual([`${board} 2041-04-01`, `${council} 2041-04-14`]);
      expect(await span('2041-04-02', '2041-04-13')).toEqual([]);
      await happen(council, { type: 'MeetingMoved', from: '2041-04-14', to: '2041-05-05' });
      expect(await span()).toEqual([`${board} 2041-04-01`]);
      await happen(council, { type: 'MeetingAnnounced', announcedOn: '2041-04-20' });
      await happen(council, {
        type: 'AttendanceRecorded',
        chair: 'm-1',
        attendance: [{ memberId: 'm-1', as: 'member' }],
      });
      await happen(council, { type: 'MeetingCancelled' });
      expect(await register.meetings('2041-05-05', '2041-05-05')).toEqual([
        {
          meetingId: council,
          body: 'council',
          date: '2041-05-05',
          startsAt: '09:00',
          place: 'Salen',
          status: 'Cancelled',
          announcedOn: '2041-04-20',
        },
      ]);
    });
  });
