import { describe, expect, it } from 'vitest';
import { type AnswerFacts, missingSections, standingParts } from '../../domain/answer-parts.ts';
import { answerPart, holderOn, paperSettings } from '../../domain/paper-settings.ts';

const facts = (more: Partial<AnswerFacts> = {}): AnswerFacts => ({
  answer: { title: 'Svar', sections: [{ heading: '', text: 'Text.' }] },
  proposals: [{ clause: 'whole', outcome: 'ANSWERED' }],
  clauseCount: 0,
  consultations: 0,
  ...more,
});
const parts = (...given: unknown[]) => given.map((each) => answerPart.parse(each));
const names = (all: ReturnType<typeof standingParts>) =>
  all.map(({ part, sections }) => [part.heading ?? part.part, sections.length]);

describe('the parts of an answer (domain.md §4.1)', () => {
  const template = parts(
    { part: 'written', heading: 'Sammanfattning', need: 'required' },
    { part: 'clauses', heading: 'Förslag', need: 'conditional', when: 'clauses-known' },
    { part: 'consultation', heading: 'Beredning', need: 'conditional', when: 'consulted' },
    { part: 'others' },
    { part: 'written', heading: 'Ekonomi', need: 'conditional', when: 'granted' },
    { part: 'written', heading: 'Barn' },
    { part: 'proposal', need: 'required' },
  );

  it('stand in the order of the template, what is written by its heading', () => {
    const answer = {
      title: 'Svar',
      sections: [
        { heading: 'barn ', text: 'Ett.' },
        { heading: 'Bedömning', text: 'Två.' },
        { heading: 'Sammanfattning', text: 'Tre.' },
      ],
    };
    expect(names(standingParts(template, facts({ answer, clauseCount: 2 })))).toEqual([
      ['Sammanfattning', 1],
      ['Förslag', 0],
      ['others', 1],
      ['Barn', 1],
      ['proposal', 0],
    ]);
  });

  it('refuse no answer for what it lacks, and say what that is', () => {
    const granted = facts({ proposals: [{ clause: 1, outcome: 'GRANTED' }], consultations: 1 });
    expect(names(standingParts(template, granted))).toEqual([
      ['Beredning', 0],
      ['others', 1],
      ['proposal', 0],
    ]);
    expect(missingSections(template, granted)).toEqual(['Sammanfattning', 'Ekonomi']);
    expect(missingSections(template, facts())).toEqual(['Sammanfattning']);
  });

  it('lose nothing that is written, also when the template has no room for it', () => {
    expect(names(standingParts(parts({ part: 'proposal' }), facts()))).toEqual([
      ['others', 1],
      ['proposal', 0],
    ]);
  });

  it.each([
    [['GRANTED_AMENDED'], true],
    [['REJECTED', 'GRANTED'], true],
    [['REJECTED', 'ANSWERED'], false],
    [[], false],
  ] as const)('are needed where something is granted: %j, %s', (outcomes, isNeeded) => {
    const proposals = outcomes.map((outcome, index) => ({ clause: index + 1, outcome }));
    expect(missingSections(template, facts({ proposals })).includes('Ekonomi')).toBe(isNeeded);
  });

  it('are not missing where they are written, or the template does not need them', () => {
    const written = { title: 'Svar', sections: [{ heading: 'SAMMANFATTNING', text: 'Ett.' }] };
    expect(missingSections(template, facts({ answer: written }))).toEqual([]);
    expect(
      names(standingParts(parts({ part: 'written', heading: 'Barn' }, { part: 'others' }), facts())),
    ).toEqual([['others', 1]]);
    const nothing = facts({ answer: { title: 'Svar', sections: [] } });
    expect(names(standingParts(parts({ part: 'proposal' }), nothing))).toEqual([['proposal', 0]]);
  });

  it('are as usual until they are configured', () => {
    const { answerParts } = paperSettings.parse({});
    expect(answerParts.map(({ part }) => part)).toContain('proposal');
    expect(missingSections(answerParts, facts())).toEqual([]);
  });

  it.each([
    { part: 'written' },
    { part: 'clauses', need: 'conditional' },
    { part: 'clauses', need: 'optional', when: 'granted' },
    { part: 'poem' },
  ])('refuse a template that says %j', (given) => {
    expect(answerPart.safeParse(given).success).toBe(false);
  });
});

it('an office is held by whoever had it on the day', () => {
  const office = {
    title: 'Ordförande',
    holders: [
      { from: '2022-10-15', name: 'Anna' },
      { from: '2018-10-15', name: 'Bo' },
    ],
  };
  expect([
    holderOn(office, '2018-01-01'),
    holderOn(office, '2022-10-14'),
    holderOn(office, '2022-10-15'),
  ]).toEqual([undefined, 'Bo', 'Anna']);
});
