import { addDays } from '../../domain/calendar-date.ts';
import type { PersonCommand } from '../../domain/commands.ts';
import type { MinutesPersonCommand } from '../../domain/minutes-commands.ts';
import type { AppealResult } from '../../domain/minutes-events.ts';
import { agendaDayOf, type Motion } from '../../domain/motion.ts';
import { roleHolders } from '../../local/demo/town.ts';

/** What a move may use: the case it is made in, its people, and the calendar. */
export interface Journey {
  readonly caseId: string;
  /** Subjects of the signatories. */
  readonly movers: readonly string[];
  readonly today: () => string;
  readonly advance: (days: number) => void;
  /** Does what is due. */
  readonly tick: () => Promise<unknown>;
  readonly motion: () => Promise<Motion>;
  act(subject: string, command: PersonCommand): Promise<void>;
  actOnMinutes(subject: string, minutesId: string, command: MinutesPersonCommand): Promise<void>;
}

type Move = (journey: Journey) => Promise<unknown>;

const {
  registrar,
  councilSecretary,
  boardSecretary,
  officer,
  otherOfficer,
  manager,
  director,
  archivist,
  certifiers,
} = roleHolders;
const proposals = [
  { clause: 1, outcome: 'GRANTED' as const },
  { clause: 2, outcome: 'ANSWERED' as const },
];
const answer = { title: 'Svar på motion', sections: [{ heading: 'Bedömning', text: 'Det görs redan.' }] };
const reason = 'Kostnaden ska redovisas.';
const paragraph = '§ 7';
const minority = { by: 'minority' as const, present: 69, behind: 23 };
const majority = { by: 'majority' as const, present: 71 };

/** Opens the minutes of a meeting held today, or finds them open. */
const openMinutes = async (journey: Journey, body: 'board' | 'council') => {
  const meetingDate = journey.today();
  const minutesId = `${body}-${meetingDate}`;
  const secretary = body === 'board' ? boardSecretary : councilSecretary;
  const command = { type: 'open-minutes' as const, body, meetingDate, certifiers: [...certifiers] };
  try {
    await journey.actOnMinutes(secretary, minutesId, command);
  } catch (error) {
    if (!String(error).includes('minutes_exist')) throw error;
  }
  return minutesId;
};

/** An act of a meeting: the day comes that the case is on the agenda for. */
const atMeeting =
  (body: 'board' | 'council', command: (minutesId: string) => PersonCommand): Move =>
  async (journey) => {
    const record = await journey.motion();
    const onAgendaFor = agendaDayOf(record) ?? addDays(journey.today(), 1);
    journey.advance((Date.parse(onAgendaFor) - Date.parse(journey.today())) / 86_400_000);
    const minutesId = await openMinutes(journey, body);
    await journey.act(body === 'board' ? boardSecretary : councilSecretary, command(minutesId));
  };

/**
 * An act of a council held today, whether or not the case is on its agenda. Where the case stays at its step no
 * machine sends its letters: tick does.
 */
const atAnyCouncil =
  (command: (minutesId: string) => PersonCommand): Move =>
  async (journey) => {
    await journey.act(councilSecretary, command(await openMinutes(journey, 'council')));
    await journey.tick();
  };

const decidedIn = async (journey: Journey) => {
  const record = await journey.motion();
  if (!('decision' in record)) throw new Error('the case is not decided');
  return { record, minutesId: record.decision.at.minutesId };
};

const onMinutes =
  (subject: string, command: (journey: Journey, record: Motion) => MinutesPersonCommand): Move =>
  async (journey) => {
    const { record, minutesId } = await decidedIn(journey);
    await journey.actOnMinutes(subject, minutesId, command(journey, record));
  };

const closeAppeal = (outcome: AppealResult): Move =>
  onMinutes(registrar, ({ caseId, today }) => ({ type: 'close-appeal', caseId, closedOn: today(), outcome }));

const place = (body: 'board' | 'council'): Move => {
  return async (journey) => {
    const today = journey.today();
    if (body === 'board') {
      const dates = { meetingDate: addDays(today, 1), summonedOn: today };
      return journey.act(boardSecretary, { type: 'place-on-board-agenda', ...dates });
    }
    const dates = { meetingDate: addDays(today, 7), summonedOn: today, announcedOn: today };
    return journey.act(councilSecretary, { type: 'place-on-council-agenda', ...dates });
  };
};

/** Every way a case can be moved one step, by the people of the demo region. */
export const moves = {
  register: (j) => j.act(registrar, { type: 'register' }),
  return: (j) => j.act(registrar, { type: 'return-motion', provision: 'arbetsordningen 12 §', reason }),
  resubmit: async (j) => {
    const { hash } = (await j.motion()).text;
    for (const mover of j.movers) await j.act(mover, { type: 'approve-text', textHash: hash });
    await j.act(j.movers[0] ?? '', { type: 'resubmit' });
  },
  refer: (j) => j.act(councilSecretary, { type: 'refer', by: 'council', announcedOn: j.today() }),
  'decide at once': atMeeting('council', (minutesId) => {
    const [present, agreeing] = [71, 71];
    return { type: 'decide-at-once', minutesId, paragraph, decisions: proposals, present, agreeing };
  }),
  assign: (j) => j.act(boardSecretary, { type: 'assign', officer, unit: 'Staben' }),
  start: (j) => j.act(officer, { type: 'start-drafting' }),
  answer: async (j) => {
    await j.act(officer, { type: 'write-answer', answer, proposals });
    await j.act(officer, { type: 'submit-answer' });
  },
  consult: (j) =>
    j.act(officer, {
      type: 'send-consultation',
      recipient: 'kollektivtrafiknamnden',
      dueOn: addDays(j.today(), 60),
      question: 'Vad anser nämnden?',
    }),
  'consult another': async (j) => {
    await j.act(officer, {
      type: 'send-consultation',
      recipient: 'ekonomistaben',
      dueOn: addDays(j.today(), 30),
      question: 'Vad kostar det?',
    });
    await j.tick();
  },
  'statement of the committee': (j) =>
    j.act(registrar, {
      type: 'record-statement',
      consultationNo: 1,
      receivedOn: j.today(),
      statement: 'Nämnden tillstyrker.',
      maker: { by: 'committee', decidedOn: j.today(), paragraph: '§ 3', proposes: true },
    }),
  'consultation closed': (j) =>
    j.act(officer, { type: 'end-consultation', consultationNo: 2, how: 'closed' }),
  reassign: (j) => j.act(boardSecretary, { type: 'reassign', officer: otherOfficer, unit: 'Staben' }),
  'return answer': (j) => j.act(manager, { type: 'return-answer', comment: 'Kortare.' }),
  approve: (j) => j.act(manager, { type: 'approve-answer' }),
  'approve last': (j) => j.act(director, { type: 'approve-answer' }),
  'place on board agenda': place('board'),
  'postpone in board': atMeeting('board', (minutesId) => ({
    type: 'postpone-in-board',
    minutesId,
    paragraph,
    present: 11,
  })),
  'refer back in board': atMeeting('board', (minutesId) => {
    return { type: 'refer-back-in-board', minutesId, paragraph, present: 11, reason };
  }),
  propose: atMeeting('board', (minutesId) => ({
    type: 'propose',
    minutesId,
    paragraph,
    present: 11,
    proposals,
  })),
  'forward without recommendation': atMeeting('board', (minutesId) => {
    return { type: 'forward-without-recommendation', minutesId, paragraph, present: 11 };
  }),
  'take back in board': (j) => j.act(boardSecretary, { type: 'take-back-act' }),
  'take back in council': (j) => j.act(councilSecretary, { type: 'take-back-act' }),
  'report late': atAnyCouncil((minutesId) => ({
    type: 'report-late',
    minutesId,
    paragraph,
    soFar: 'Nämnden har yttrat sig.',
    proposal: 'write-off',
  })),
  'write off': atAnyCouncil((minutesId) => {
    return { type: 'write-off', minutesId, paragraph, present: 60, agreeing: 60 };
  }),
  'place on council agenda': place('council'),
  'postpone by minority': atMeeting('council', (minutesId) => {
    return { type: 'postpone-in-council', minutesId, paragraph, request: minority };
  }),
  'postpone by majority': atMeeting('council', (minutesId) => {
    return { type: 'postpone-in-council', minutesId, paragraph, request: majority };
  }),
  'refer back by minority': atMeeting('council', (minutesId) => {
    return { type: 'refer-back-in-council', minutesId, paragraph, request: minority, reason };
  }),
  'refer back by majority': atMeeting('council', (minutesId) => {
    return { type: 'refer-back-in-council', minutesId, paragraph, request: majority, reason };
  }),
  decide: atMeeting('council', (minutesId) => {
    return { type: 'decide', minutesId, paragraph, decisions: proposals, present: 60 };
  }),
  withdraw: async (j) => {
    for (const mover of j.movers) await j.act(mover, { type: 'withdraw' });
  },
  note: async (j) => {
    const announcedOn = j.today();
    j.advance(7);
    const minutesId = await openMinutes(j, 'council');
    await j.act(councilSecretary, {
      type: 'note-withdrawal',
      minutesId,
      paragraph,
      present: 60,
      announcedOn,
    });
  },
  'note at its meeting': atMeeting('council', (minutesId) => {
    return { type: 'note-withdrawal', minutesId, paragraph, present: 60 };
  }),
  'the council meets': async (j) => {
    const day = agendaDayOf(await j.motion()) ?? j.today();
    j.advance((Date.parse(day) - Date.parse(j.today())) / 86_400_000);
  },
  'take off council agenda': (j) => j.act(councilSecretary, { type: 'take-off-agenda' }),
  certify: async (j) => {
    j.advance(1);
    const { minutesId } = await decidedIn(j);
    for (const each of certifiers) await j.actOnMinutes(each, minutesId, { type: 'certify-minutes' });
  },
  post: onMinutes(councilSecretary, (j) => ({ type: 'post-notice', postedOn: j.today() })),
  'notice down': onMinutes(registrar, (j, record) => {
    const postedOn = 'postedOn' in record ? record.postedOn : undefined;
    return { type: 'report-notice-down', foundDownOn: postedOn ?? j.today() };
  }),
  'window passes': async (j) => {
    const { record } = await decidedIn(j);
    if (!('finalOn' in record) || record.finalOn === undefined) throw new Error('there is no appeal window');
    j.advance((Date.parse(record.finalOn) - Date.parse(j.today())) / 86_400_000);
    await j.tick();
  },
  confirm: onMinutes(registrar, () => ({ type: 'confirm-no-appeal' })),
  appeal: onMinutes(registrar, (j) => {
    return { type: 'record-appeal', caseId: j.caseId, receivedOn: j.today(), court: 'Förvaltningsrätten' };
  }),
  'appeal dismissed': closeAppeal({ result: 'dismissed' }),
  'appeal withdrawn': closeAppeal({ result: 'withdrawn' }),
  'appeal upheld': closeAppeal({ result: 'upheld' }),
  annulled: closeAppeal({ result: 'annulled', faultInPreparation: false }),
  'annulled in preparation': closeAppeal({ result: 'annulled', faultInPreparation: true }),
  archive: (j) => j.act(archivist, { type: 'archive' }),
} as const satisfies Record<string, Move>;

export type MoveName = keyof typeof moves;

/** Stretches of the usual way. */
export const toDesk = ['register', 'refer', 'assign', 'start'] as const;
export const throughApproval = ['answer', 'approve', 'approve last'] as const;
export const throughBoard = ['place on board agenda', 'propose'] as const;
export const throughCouncil = ['place on council agenda', 'decide'] as const;
export const toPosting = ['certify', 'post'] as const;
export const toFinal = ['window passes', 'confirm'] as const;
export const toCouncilReady = [...toDesk, ...throughApproval, ...throughBoard] as const;
export const toDecided = [...toCouncilReady, ...throughCouncil] as const;
