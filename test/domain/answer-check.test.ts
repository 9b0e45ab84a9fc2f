import { describe, expect, it } from 'vitest';
import { checkAnswer } from '../../domain/answer-check.ts';

const clauses = [
  { ref: 1, text: 'regionen tar fram riktlinjer och rutiner för våld i nära relationer' },
  { ref: 2, text: 'all personal får utbildning' },
];
const section = (heading: string, text: string) => ({ heading, text });

describe('the check of an answer', () => {
  it('finds the passage that deals with a clause by its words, however they bend', () => {
    const sections = [
      section('Riktlinjer och rutiner', 'En riktlinje om våld i nära relation finns sedan 2015.'),
      section('Kompetens', 'Personalen utbildas varje år.'),
    ];
    expect(checkAnswer(clauses, sections, []).map(({ passages }) => passages)).toEqual([[0], [1]]);
  });

  it('finds a clause that is named by its number, and does not take 1 for 12', () => {
    const named = checkAnswer(clauses, [section('', 'Yrkande 2 besvaras så.')], []);
    expect(named.map(({ passages }) => passages)).toEqual([[], [0]]);
    const twelve = checkAnswer(clauses, [section('', 'Att-sats 12 avser annat.')], []);
    expect(twelve.map(({ passages }) => passages)).toEqual([[], []]);
  });

  it('is not led by words that every motion and answer share', () => {
    const vague = [{ ref: 1, text: 'ge regionstyrelsen i uppdrag att utreda trängseln' }];
    const sections = [section('', 'Regionstyrelsen har fått i uppdrag att utreda vårdköerna.')];
    expect(checkAnswer(vague, sections, [])).toMatchObject([{ passages: [] }]);
  });

  it('tells which clauses have a proposed outcome', () => {
    const checked = checkAnswer(clauses, [], [{ clause: 2, outcome: 'REJECTED' }]);
    expect(checked.map(({ hasOutcome }) => hasOutcome)).toEqual([false, true]);
  });

  it('holds any text to deal with a motion whose clauses are not known', () => {
    const checked = checkAnswer([{ ref: 'whole' }], [section('Svar', 'Så här är det.')], []);
    expect(checked).toEqual([{ ref: 'whole', hasOutcome: false, passages: [0] }]);
  });
});
