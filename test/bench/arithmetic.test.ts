import { describe, expect, test } from 'vitest';
import { costOf, type PriceList, readPriceList } from '../../local/bench/aws-price.ts';
import { percentile, shown, spreadOf } from '../../local/bench/statistics.ts';

describe('the spread of a series', () => {
  test('is told in values that were measured, by nearest rank', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(spreadOf(hundred)).toEqual({ count: 100, p50: 50, p95: 95, p99: 99, max: 100 });
  });

  test('of one value is that value', () => {
    expect(spreadOf([7])).toEqual({ count: 1, p50: 7, p95: 7, p99: 7, max: 7 });
  });

  test('of nothing is not a number, and is shown as such', () => {
    expect(spreadOf([]).p50).toBeNaN();
    expect(shown(spreadOf([]).p99)).toBe('–');
  });

  test('takes the least for the share nought', () => {
    expect(percentile([1, 2, 3], 0)).toBe(1);
  });
});

const nothing = {
  transitions: 0,
  invocations: 0,
  gbSeconds: 0,
  writeUnits: 0,
  readUnits: 0,
  storedBytes: 0,
  storedMonths: 0,
  letters: 0,
  httpRequests: 0,
  logBytes: 0,
  traces: 0,
};

describe('the price of a motion', () => {
  const list = readPriceList();

  test('names a source for every price, and the day it was looked up', () => {
    for (const { source } of Object.values(list.prices)) expect(source).not.toBe('');
    expect(list.checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  test('is nothing for nothing', () => {
    expect(costOf(nothing, list).total).toBe(0);
  });

  test('is amount times price, with the margin where the price is of another region', () => {
    const plain: PriceList = { ...list, margin: 2 };
    const { bill, total } = costOf({ ...nothing, transitions: 1000, letters: 1000 }, plain);
    expect(bill.stepFunctions).toBeCloseTo(0.025, 10);
    expect(bill.ses).toBeCloseTo(0.2, 10);
    expect(total).toBeCloseTo(0.225, 10);
  });

  test('counts a million units and a gigabyte kept a month as the list does', () => {
    const usage = { ...nothing, writeUnits: 2e6, readUnits: 1e6, storedBytes: 1e9, storedMonths: 3 };
    const { bill } = costOf(usage, { ...list, margin: 1 });
    expect(bill.dynamoDbWrites).toBeCloseTo(1.25, 10);
    expect(bill.dynamoDbReads).toBeCloseTo(0.125, 10);
    expect(bill.storage).toBeCloseTo(1.35, 10);
  });
});
