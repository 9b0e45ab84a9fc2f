import { usual, ways } from './motion-builders.ts';
import { examples } from './motion-commands.ts';
import { as, type RowCase } from './row-case.ts';

const correctDays = examples['correct-days'].command;
const marked = [...ways.Drafting, usual('mark-secrecy')];

/** What is written beside the case: a secrecy mark, a note (rows 32–33). */
export const besideRows: readonly RowCase[] = [
  {
    row: '32',
    says: 'OSL 5:5 a mark says on what provision, when and by whom',
    from: ways.Archived,
    act: usual('mark-secrecy', { today: '2026-09-01' }),
    holds: {
      status: 'Archived',
      secrecy: { provision: 'OSL 21 kap. 1 §', markedOn: '2026-09-01', authority: 'regionfullmäktige' },
    },
    refused: [
      { from: ways.Draft, act: usual('mark-secrecy'), code: 'wrong_status' },
      { from: marked, act: usual('mark-secrecy'), code: 'already_marked' },
    ],
  },
  {
    row: '32l',
    says: 'the mark is lifted when there is no more reason to warn',
    from: marked,
    act: usual('lift-secrecy-mark'),
    holds: { status: 'Drafting' },
    gone: ['secrecy'],
    refused: [{ from: ways.Drafting, act: usual('lift-secrecy-mark'), code: 'not_marked' }],
  },
  {
    row: '33',
    says: 'a note is kept as a text of its own; the case stands where it stood',
    from: ways.Decided,
    act: usual('add-note'),
    holds: { status: 'Decided', decision: {}, lastAct: {} },
    refused: [{ from: ways.Draft, act: usual('add-note'), code: 'wrong_status' }],
  },
  {
    row: '34',
    says: 'a day entered wrongly is corrected, with why; the year runs from the right one',
    from: ways.Drafting,
    act: usual('correct-days'),
    holds: { status: 'Drafting', receivedOn: '2026-01-09', raisedOn: '2026-01-09' },
    refused: [
      { act: as('registrar', { ...correctDays, receivedOn: '2026-07-31' }), code: 'date_in_future' },
      { act: as('registrar', { ...correctDays, receivedOn: '2026-01-12' }), code: 'days_unchanged' },
      { from: ways.Decided, act: usual('correct-days'), code: 'wrong_status' },
    ],
  },
  {
    row: '33o',
    says: 'the officer notes what has been said, while the case is prepared',
    from: ways.Drafting,
    act: as('official', examples['add-note'].command),
    holds: { status: 'Drafting' },
    refused: [
      { from: ways.Registered, act: as('official', examples['add-note'].command), code: 'not_permitted' },
    ],
  },
];
