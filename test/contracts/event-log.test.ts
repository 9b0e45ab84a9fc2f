import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { motionEvent } from '../../domain/events.ts';
import { upcastEvent } from '../../lambdas/adapters/upcast-event.ts';
import { canonicalJson, chainEvent, verifyChain } from '../../lambdas/event-chain.ts';

const golden = () => JSON.parse(readFileSync('test/fixtures/events/version-1.json', 'utf8'));
const read = () => golden().map((each: object) => upcastEvent(each, motionEvent));

describe('the log of events', () => {
  it('reads events of version 1 as they were written, with the hashes they got then', () => {
    expect(read()).toEqual(golden());
    expect(verifyChain(read())).toBeUndefined();
  });

  it('refuses a version it does not know, and a damaged event, without telling what is in it', () => {
    const [first] = golden();
    expect(() => upcastEvent({ ...first, schemaVersion: 2 }, motionEvent)).toThrow(
      'event 1 is of an unknown',
    );
    expect(() => upcastEvent({ ...first, schemaVersion: undefined }, motionEvent)).toThrow('unknown');
    const damaged = { ...first, event: { ...first.event, author: '' } };
    expect(() => upcastEvent(damaged, motionEvent)).toThrow(/^event 1 is damaged$/);
    expect(() => upcastEvent({ ...first, occurredOn: 'then' }, motionEvent)).toThrow(/^event 1 is damaged$/);
  });

  it('notices an event that was changed, left out, moved or put in', () => {
    const [first, second] = read();
    expect(verifyChain([{ ...first, occurredOn: '2026-02-28' }, second])).toBe(1);
    expect(verifyChain([{ ...first, actor: { personId: 'p-9' } }, second])).toBe(1);
    expect(verifyChain([first, { ...second, event: { ...second.event, parties: [] } }])).toBe(2);
    expect(verifyChain([second])).toBe(1);
    expect(verifyChain([second, first])).toBe(1);
    expect(verifyChain([first, second, { ...second, seq: 3 }])).toBe(3);
    const { hash: _, previousHash: __, ...unchained } = first;
    expect(verifyChain([chainEvent('1'.repeat(64), unchained), second])).toBe(1);
    expect(verifyChain([])).toBeUndefined();
  });

  it('hashes a value, not the order of its keys nor its absent fields', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'å' }], a: undefined })).toBe('{"b":[1,{"c":"å","d":null}]}');
  });
});
