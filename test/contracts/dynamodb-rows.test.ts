import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { documentClient } from '../../lambdas/adapters/dynamodb/calls.ts';
import { publicKeyPrefix } from '../../lambdas/adapters/table.ts';
import {
  aDocument,
  aTask,
  at,
  changeBy,
  draftStarted,
  imported,
  newId,
  registered,
  submitted,
} from '../support/change-builders.ts';
import { recordOnDynoxide } from './record-on-dynamodb.ts';

let opened: Awaited<ReturnType<typeof recordOnDynoxide>>;
/** Every call made, by name and what was sent. */
let calls: { name: string; input: Record<string, unknown> }[] = [];
/** When set, the answer of the next call of this name is lost on its way back. */
let losing: string | undefined;

beforeAll(async () => {
  opened = await recordOnDynoxide();
  opened.client.middlewareStack.add(
    (next, context) => async (args) => {
      const name = String(context.commandName).replace('Command', '');
      calls.push({ name, input: Object.fromEntries(Object.entries(args.input)) });
      const answer = await next(args);
      if (losing !== name) return answer;
      losing = undefined;
      throw Object.assign(new Error('lost'), { name: 'TimeoutError' });
    },
    { step: 'initialize', name: 'watch' },
  );
});
beforeEach(() => {
  calls = [];
});
afterAll(() => opened.stop());

const names = () => calls.splice(0).map((each) => each.name);
const receive = async (signatories = ['m-1'], party = 'S') => {
  const caseId = newId('case');
  await opened.record.cases.commit(
    changeBy(caseId, undefined, imported(signatories, party), { tells: ['received'] }),
  );
  return caseId;
};

describe('the rows of the table', () => {
  it('takes one call for what happens at every command', async () => {
    const { cases, minutes } = opened.record;
    const caseId = await receive();
    expect(names()).toEqual(['TransactWriteItems']);
    await cases.load(caseId);
    await cases.answer(caseId, 'none');
    const wait = { step: 'AwaitRegistration', openedAtVersion: 1, generation: 1, token: 't' };
    await cases.openWait(caseId, wait, [aTask(caseId)]);
    await cases.markStarted(caseId, 1, at);
    await cases.clearSignal(caseId, 1);
    await minutes.load('none');
    await cases.lastSequence('none');
    expect(names()).toEqual([
      'Query',
      'GetItem',
      'TransactWriteItems',
      'UpdateItem',
      'DeleteItem',
      'GetItem',
      'GetItem',
    ]);
    await cases.byParty('S', { limit: 5 });
    await cases.register(2026, {});
    await cases.letters(caseId);
    expect(names()).toEqual(['Query', 'BatchGetItem', 'Query', 'Query']);
    await cases.worklist({ role: 'registrar', personId: 'p-1', memberId: 'm-1' }, {});
    expect(names()).toEqual(['Query', 'Query', 'Query']);
  });

  it('reads the public register from the public partitions alone, by GetItem and Query and no index', async () => {
    const { cases, register } = opened.record;
    const caseId = await receive();
    await cases.commit(changeBy(caseId, await cases.load(caseId), registered(newId('RS'), 2999)));
    calls = [];
    expect(await register.motion(caseId)).toBeDefined();
    expect((await register.year(2999, {})).items).toHaveLength(1);
    await register.motion('unknown');
    for (const { name, input } of calls) {
      expect(['GetItem', 'Query']).toContain(name);
      expect(input).not.toHaveProperty('IndexName');
      const values = Object.values(input.Key ?? input.ExpressionAttributeValues ?? {});
      const [partition] = values.map((each) =>
        typeof each === 'string' ? each : String(Object.values(each)[0]),
      );
      expect(partition?.startsWith(publicKeyPrefix)).toBe(true);
    }
    expect(calls).toHaveLength(4);
  });

  it('finds the answer when the commit was made and only its answer was lost', async () => {
    const { cases } = opened.record;
    const caseId = newId('case');
    const change = changeBy(caseId, undefined, imported());
    losing = 'TransactWriteItems';
    await expect(cases.commit(change)).rejects.toMatchObject({ name: 'Transient' });
    expect((await cases.answer(caseId, change.answer.commandId))?.version).toBe(1);
    await expect(cases.commit(change)).rejects.toMatchObject({ name: 'Conflict' });
    expect(await cases.events(caseId)).toHaveLength(1);
  });

  it('says which record is damaged, and nothing of what is in it', async () => {
    const { cases } = opened.record;
    const caseId = await receive(['m-secret']);
    const client = documentClient(opened.client);
    const Key = { pk: `CASE#${caseId}`, sk: 'NOW#MOTION' };
    const { Item } = await client.send(new GetCommand({ TableName: opened.tableName, Key }));
    const motion = { ...Item?.motion, signatories: 'm-secret' };
    await client.send(new PutCommand({ TableName: opened.tableName, Item: { ...Item, motion } }));
    await expect(cases.load(caseId)).rejects.toThrow(new RegExp(`^the record of case ${caseId} is damaged$`));
  });

  it('keeps the hash of a weeded text, and neither text nor salt', async () => {
    const { cases } = opened.record;
    const caseId = newId('case');
    await cases.commit(changeBy(caseId, undefined, draftStarted(), { document: aDocument('doc-1') }));
    await cases.commit(
      changeBy(caseId, await cases.load(caseId), { type: 'DraftDiscarded' }, { weed: ['doc-1'] }),
    );
    const Key = { pk: `CASE#${caseId}`, sk: 'DOC#doc-1' };
    const client = documentClient(opened.client);
    const { Item } = await client.send(new GetCommand({ TableName: opened.tableName, Key }));
    expect(Item).toMatchObject({ hash: 'd'.repeat(64), weededAt: at });
    expect(Item).not.toHaveProperty('text');
    expect(Item).not.toHaveProperty('salt');
  });

  it('writes a motion of 40 signatories in one transaction, and never more than a hundred items', async () => {
    const signatories = (count: number) => Array.from({ length: count }, (_, index) => `m-${index}`);
    const sizes = () => {
      const made = calls.filter((each) => each.name === 'TransactWriteItems');
      return made.map(({ input }) => (Array.isArray(input.TransactItems) ? input.TransactItems.length : 0));
    };
    await receive(signatories(40));
    expect(calls.map((each) => each.name)).toEqual(['TransactWriteItems']);
    expect(sizes()).toEqual([86]);
    calls = [];
    const large = await receive(signatories(150));
    await opened.record.cases.letters(large);
    expect(Math.max(...sizes())).toBe(100);
  });

  it('leaves no pointer behind when the case leaves a list', async () => {
    const { cases } = opened.record;
    const caseId = newId('case');
    await cases.commit(changeBy(caseId, undefined, draftStarted(['m-1', 'm-2'])));
    const client = documentClient(opened.client);
    const links = async () => {
      const KeyConditionExpression = 'pk = :pk AND begins_with(sk, :link)';
      const ExpressionAttributeValues = { ':pk': `CASE#${caseId}`, ':link': 'LINK#' };
      const query = { TableName: opened.tableName, KeyConditionExpression, ExpressionAttributeValues };
      return (await client.send(new QueryCommand(query))).Count;
    };
    expect(await links()).toBe(3);
    await cases.commit(changeBy(caseId, await cases.load(caseId), { type: 'DraftDiscarded' }));
    expect(await links()).toBe(0);
  });

  it('shows nobody the pointers of a change that was refused', async () => {
    const { cases } = opened.record;
    const caseId = newId('case');
    await cases.commit(changeBy(caseId, undefined, draftStarted(['m-1'])));
    const state = await cases.load(caseId);
    const members = Array.from({ length: 150 }, (_, index) => `${caseId}-m${index}`);
    const revised = {
      type: 'TextRevised' as const,
      text: { documentId: 'doc-2', hash: 'a'.repeat(64) },
      clauseCount: 1,
      signatories: members,
    };
    const lost = changeBy(caseId, state, revised);
    await cases.commit(changeBy(caseId, state, submitted(['m-1'])));
    await expect(cases.commit(lost)).rejects.toMatchObject({ name: 'Conflict' });
    calls = [];
    expect((await cases.bySignatory(members[0] ?? '', {})).items).toEqual([]);
    // The pointer is there, and was followed.
    expect(names()).toEqual(['Query', 'BatchGetItem']);
  });
});
