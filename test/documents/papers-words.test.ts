import { describe, expect, it } from 'vitest';
import { type Paper, textsOf } from '../../documents/papers/content.ts';
import { deliberationBlocks } from '../../documents/papers/deliberation.ts';
import { withoutNames } from '../../documents/papers/mask.ts';
import { prose, quoted } from '../../documents/papers/prose.ts';
import { stamped } from '../../documents/papers/stamp.ts';
import { pointsOf } from '../../documents/papers/wording.ts';
import { factsOf } from '../../domain/deliberation.ts';
import { protectedName } from '../../domain/members.ts';
import {
  aClaim,
  aDeliberation,
  among,
  aProposition,
  aRound,
  roll,
} from '../support/deliberation-builders.ts';
import { everyBlock } from '../support/paper-samples.ts';

describe('what somebody wrote', () => {
  it('is paragraphs and lists, a line a paragraph', () => {
    expect(prose('Ett.\nTvå.\n\nTre:\n- a\n• b\nFyra.')).toEqual([
      { kind: 'paragraph', text: 'Ett.' },
      { kind: 'paragraph', text: 'Två.' },
      { kind: 'paragraph', text: 'Tre:' },
      { kind: 'list', items: ['a', 'b'] },
      { kind: 'paragraph', text: 'Fyra.' },
    ]);
  });

  it('is put together again where a program has broken it to a width, and only there', () => {
    const broken = [
      'Region Örebro län har under många år uppmärksammat det samhällsproblem som',
      'mäns våld mot kvinnor utgör och de allvarliga konsekvenser det får.',
      'Här börjar ett nytt stycke, som också är så långt att programmet bryter det',
      'på två rader.',
    ];
    expect(prose(broken.join('\r\n'))).toEqual([
      { kind: 'paragraph', text: `${broken[0]} ${broken[1]}` },
      { kind: 'paragraph', text: `${broken[2]} ${broken[3]}` },
    ]);
    const own = ['En lång rad som en människa har skrivit utan att bryta den '.repeat(3), 'och en till'];
    expect(prose(own.join('\n'))).toHaveLength(2);
  });

  it('has no empty paragraphs, and is quoted only when there is something', () => {
    expect(prose(' \n\n \n')).toEqual([]);
    expect(quoted('')).toEqual([]);
    expect(quoted('a\n- b')).toEqual([{ kind: 'quotation', paragraphs: ['a', 'b'] }]);
  });
});

describe('points of a decision', () => {
  it.each([
    [[['whole', 'ANSWERED']], ['att motionen härmed anses besvarad.']],
    [
      [
        [2, 'REJECTED'],
        [1, 'REJECTED'],
      ],
      ['att motionen avslås.'],
    ],
    [
      [
        [3, 'ANSWERED'],
        [1, 'GRANTED'],
        [2, 'ANSWERED'],
      ],
      ['att att-sats 1 bifalls,', 'att att-satserna 2 och 3 härmed anses besvarade.'],
    ],
    [
      [
        [1, 'GRANTED_AMENDED'],
        [2, 'LAPSED'],
      ],
      ['att att-sats 1 bifalls med ändring,', 'att att-sats 2 förfaller.'],
    ],
  ] as const)('%j', (given, expected) => {
    expect(pointsOf(given.map(([clause, outcome]) => ({ clause, outcome })))).toEqual(expected);
  });
});

describe('names that must not be shown', () => {
  const text = (paragraph: string): Paper => ({
    ...everyBlock,
    blocks: [{ kind: 'paragraph', text: paragraph }],
  });
  const shown = (paragraph: string, names: string[]) => withoutNames(text(paragraph), names).blocks[0];

  it.each([
    ['Motion från Anna Ek (S).', `Motion från ${protectedName} (S).`],
    ['ANNA  EK', protectedName],
    ['Anna Eks motion', `${protectedName}s motion`],
    ['Anna Ekman och Joanna Ek', 'Anna Ekman och Joanna Ek'],
  ])('%s', (given, expected) => {
    expect(shown(given, ['Anna Ek'])).toEqual({ kind: 'paragraph', text: expected });
  });

  it('go from every sort of block', () => {
    const everywhere = textsOf(everyBlock);
    const words = [...new Set(everywhere.flatMap((each) => each.match(/\p{L}{5,}/gu) ?? []))];
    const left = textsOf(withoutNames(everyBlock, ['Anna Ek'])).join(' ');
    expect(everywhere.join(' ').match(/Anna Ek/g)).toHaveLength(2);
    expect(left).not.toContain('Anna Ek');
    expect(words.filter((each) => !left.includes(each))).toEqual([]);
  });
});

it('a paper says at its end what it is drawn from', () => {
  const version = { number: 9, hash: 'ab'.repeat(32) };
  const { blocks } = stamped(everyBlock, { source: 'ärende RS 1/2022', version }, 'cd'.repeat(32));
  expect(blocks.at(-1)).toEqual({
    kind: 'note',
    lines: [
      'Framställt ur ärende RS 1/2022, version 9.',
      `Versionens hash (SHA-256): ${'abababab '.repeat(8).trim()}`,
      `Innehållets hash (SHA-256): ${'cdcdcdcd '.repeat(8).trim()}`,
    ],
  });
});

describe('what came of a proposition', () => {
  const told = (of: Parameters<typeof aDeliberation>[0]) => {
    const facts = factsOf(aDeliberation(of));
    return JSON.stringify(deliberationBlocks({ facts, board: 'styrelsen', nameOf: (each) => each }));
  };

  it('is what won, or that a claim put against no by itself has fallen', () => {
    const said = told({
      claims: [aClaim(1, 'REJECT'), aClaim(2, 'GRANT'), aClaim(3, 'POSTPONE')],
      propositions: [
        aProposition([3], [aRound(3, null, null)], 'deferral'),
        aProposition([1, 2], [aRound(1, null, null, { ballots: roll(2, 3) }), aRound(2, null, 2)]),
      ],
    });
    for (const part of [
      'Ordföranden finner att ärendet ska avgöras i dag.',
      'Ja för yrkande 1, nej för avslag på yrkande 1. Resultat: 2 ja, 3 nej och 0 som avstår. Yrkande 1 har fallit.',
      'Ordföranden finner att yrkande 2 har vunnit bifall.',
    ]) {
      expect(said).toContain(part);
    }
  });

  it('KL 5:67 p. 3, 5 is said of the claim that fell, and of the day only where that was asked', () => {
    const added = (claimNo: number) => aClaim(claimNo, 'ADD');
    const found = told({ claims: [added(1), added(2)], propositions: [aProposition([1, 2], [among(null)])] });
    expect(found).toContain('Ordföranden finner att yrkande 1 och 2 har fallit.');
    expect(found).not.toContain('avgöras i dag');
    const voted = aRound(null, 1, null, { ballots: roll(3, 2) });
    const counted = told({ claims: [added(1)], propositions: [aProposition([1], [voted])] });
    expect(counted).toContain('Ja för avslag på yrkande 1, nej för yrkande 1.');
    expect(counted).toContain('Yrkande 1 har fallit.');
    const deferral = aProposition([1], [among(null)], 'deferral');
    expect(told({ claims: [aClaim(1, 'POSTPONE')], propositions: [deferral] })).toContain('avgöras i dag');
  });
});
