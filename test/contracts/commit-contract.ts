import { describe, expect, it } from 'vitest';
import type { MotionEvent } from '../../domain/events.ts';
import { fold } from '../../domain/evolve.ts';
import { verifyChain } from '../../lambdas/event-chain.ts';
import type { StoredDocument } from '../../lambdas/ports/case-store.ts';
import {
  aDocument,
  at,
  changeBy,
  draftStarted,
  hash,
  membersNamed,
  newId,
  referred,
  registered,
  submitted,
} from '../support/change-builders.ts';
import type { Stores } from '../support/in-memory-record.ts';

/** What `commit` writes and refuses, and what is read of it. */
export const commitContract = (stores: () => Stores) =>
  describe('commit', () => {
    const begin = async (caseId: string, signatories?: string[]) => {
      const { cases } = stores();
      await cases.commit(
        changeBy(caseId, undefined, draftStarted(signatories), { document: aDocument('doc-1') }),
      );
      return cases.load(caseId);
    };

    const rewritten = ({ ref }: StoredDocument) =>
      ({ type: 'TextRevised', text: ref, clauseCount: 1, signatories: ['m-1'] }) satisfies MotionEvent;

    it('refuses a motion that joins another which has moved since it was judged', async () => {
      const { cases } = stores();
      const [one, other] = [newId('case'), newId('case')];
      const draft = await begin(one);
      await begin(other);
      const joins = (version: number) =>
        cases.commit(changeBy(one, draft, submitted(), { lead: { caseId: other, version } }));
      await expect(joins(2)).rejects.toMatchObject({ name: 'Conflict' });
      await expect(
        cases.commit(changeBy(one, draft, submitted(), { lead: { caseId: newId('none'), version: 1 } })),
      ).rejects.toMatchObject({ name: 'Conflict' });
      await joins(1);
      expect((await cases.load(one))?.motion.version).toBe(2);
    });

    it('gives back the motion, the head of its chain and what goes with it', async () => {
      const { cases } = stores();
      const caseId = newId('case');
      const draft = await begin(caseId);
      const change = changeBy(caseId, draft, submitted());
      await cases.commit(change);
      const state = await cases.load(caseId);
      expect(state?.motion).toEqual(change.after);
      expect(state?.head).toBe(change.recorded.hash);
      expect(state?.execution).toEqual({ generation: 1, startOwedAt: at, failures: 0 });
      expect(state?.owedSignals).toEqual([]);
      expect(await cases.load(newId('unknown'))).toBeUndefined();
    });

    it('keeps the log in order, whole, and enough to rebuild the motion', async () => {
      const { cases } = stores();
      const caseId = newId('case');
      await begin(caseId);
      for (const event of [submitted(), registered(newId('RS')), referred]) {
        await cases.commit(changeBy(caseId, await cases.load(caseId), event));
      }
      const events = await cases.events(caseId);
      expect(events.map((each) => each.seq)).toEqual([1, 2, 3, 4]);
      expect(verifyChain(events)).toBeUndefined();
      const state = await cases.load(caseId);
      expect(
        fold(
          caseId,
          events.map((each) => each.event),
        ),
      ).toEqual(state?.motion);
      expect(state?.head).toBe(events.at(-1)?.hash);
    });

    it('refuses what was judged on an older version, and writes nothing of it', async () => {
      const { cases } = stores();
      const caseId = newId('case');
      const draft = await begin(caseId);
      const won = changeBy(caseId, draft, submitted());
      const lost = changeBy(caseId, draft, { type: 'DraftDiscarded' }, { weed: ['doc-1'] });
      await cases.commit(won);
      await expect(cases.commit(lost)).rejects.toMatchObject({ name: 'Conflict' });
      expect((await cases.load(caseId))?.motion.status).toBe('Received');
      expect(await cases.answer(caseId, lost.answer.commandId)).toBeUndefined();
      expect(await cases.document(caseId, 'doc-1')).toBeDefined();
      expect(await cases.events(caseId)).toHaveLength(2);
    });

    it('refuses by the version, whatever the number of the event', async () => {
      const { cases } = stores();
      const caseId = newId('case');
      const draft = await begin(caseId);
      await cases.commit(changeBy(caseId, draft, submitted()));
      const change = changeBy(caseId, await cases.load(caseId), registered(newId('RS')));
      await expect(cases.commit({ ...change, before: draft })).rejects.toMatchObject({ name: 'Conflict' });
    });

    it('refuses to begin a case that is there', async () => {
      const { cases } = stores();
      const caseId = newId('case');
      await begin(caseId);
      await expect(cases.commit(changeBy(caseId, undefined, draftStarted()))).rejects.toMatchObject({
        name: 'Conflict',
      });
    });

    it('lets one of ten writers through', async () => {
      const { cases } = stores();
      const caseId = newId('case');
      const draft = await begin(caseId);
      const tries = await Promise.allSettled(
        Array.from({ length: 10 }, () => cases.commit(changeBy(caseId, draft, submitted()))),
      );
      expect(tries.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
      const reasons = tries.flatMap((each) => (each.status === 'rejected' ? [each.reason.name] : []));
      expect(new Set(reasons)).toEqual(new Set(['Conflict']));
    });

    it('keeps the answer, and takes a command id once', async () => {
      const { cases } = stores();
      const caseId = newId('case');
      const commandId = newId('command');
      const draft = await begin(caseId);
      await cases.commit(changeBy(caseId, draft, submitted(), { commandId }));
      expect(await cases.answer(caseId, commandId)).toEqual({
        commandId,
        commandHash: hash('c'),
        version: 2,
        recordedAt: at,
      });
      const again = changeBy(caseId, await cases.load(caseId), registered(newId('RS')), { commandId });
      await expect(cases.commit(again)).rejects.toMatchObject({ name: 'Conflict' });
      expect((await cases.load(caseId))?.motion.version).toBe(2);
    });

    it('keeps a text until it is weeded', async () => {
      const { cases } = stores();
      const caseId = newId('case');
      const draft = await begin(caseId);
      expect(await cases.document(caseId, 'doc-1')).toEqual(aDocument('doc-1'));
      expect(await cases.document(caseId, 'doc-2')).toBeUndefined();
      await cases.commit(changeBy(caseId, draft, { type: 'DraftDiscarded' }, { weed: ['doc-1'] }));
      expect(await cases.document(caseId, 'doc-1')).toBeUndefined();
      expect(verifyChain(await cases.events(caseId))).toBeUndefined();
    });

    it.each([61, 170])('weeds %i texts with one act', async (count) => {
      const { cases } = stores();
      const caseId = newId('case');
      await begin(caseId);
      const drafts = Array.from({ length: count }, (_, index) => `draft-${index}`);
      for (const documentId of drafts) {
        const document = aDocument(documentId);
        await cases.commit(changeBy(caseId, await cases.load(caseId), rewritten(document), { document }));
      }
      const written = await cases.load(caseId);
      await cases.commit(changeBy(caseId, written, { type: 'DraftDiscarded' }, { weed: drafts }));
      const left = await Promise.all(drafts.map((each) => cases.document(caseId, each)));
      expect(left.filter((each) => each !== undefined)).toEqual([]);
      expect(await cases.document(caseId, 'doc-1')).toEqual(aDocument('doc-1'));
    });

    it('does not weed a text that is not there', async () => {
      const { cases } = stores();
      const caseId = newId('case');
      const draft = await begin(caseId);
      const change = changeBy(caseId, draft, { type: 'DraftDiscarded' }, { weed: ['doc-7'] });
      await expect(cases.commit(change)).rejects.toMatchObject({ name: 'Error' });
      expect((await cases.load(caseId))?.motion.version).toBe(1);
    });

    it.each([60, 150])('carries a motion of %i signatories all the way', async (count) => {
      const { cases } = stores();
      const caseId = newId('case');
      const signatories = membersNamed(count).map((each) => `${caseId}-${each}`);
      const party = newId('party');
      await begin(caseId, signatories);
      const receipt = changeBy(caseId, await cases.load(caseId), submitted(signatories, party), {
        tells: ['received', 'registered'],
      });
      await cases.commit(receipt);
      const letters = await cases.letters(caseId);
      expect(letters).toHaveLength(2 * count);
      expect(new Set(letters.map((each) => each.memberId))).toEqual(new Set(signatories));
      expect((await cases.byParty(party, {})).items).toHaveLength(1);
      for (const memberId of [signatories[0] ?? '', signatories.at(-1) ?? '']) {
        const { items } = await cases.bySignatory(memberId, {});
        expect(items.map((each) => each.caseId)).toEqual([caseId]);
      }
    });
  });
