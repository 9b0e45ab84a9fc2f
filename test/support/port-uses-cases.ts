import type { MotionEvent } from '../../domain/events.ts';
import {
  type LetterKey,
  letterFailed,
  letterHeld,
  letterReturned,
} from '../../lambdas/ports/case-letters.ts';
import {
  aTask,
  type ChangeOptions,
  changeBy,
  draftStarted,
  imported,
  registered,
} from './change-builders.ts';
import { minute, type PortUses, page, type Stores, there } from './port-uses.ts';

const move = async ({ cases }: Stores, id: string, event: MotionEvent, options: ChangeOptions = {}) => {
  const before = await cases.load(id);
  const commandId = `${id}-${(before?.motion.version ?? 0) + 1}`;
  await cases.commit(changeBy(id, before, event, { commandId, ...options }));
};

/** A motion that has come in, and owes its mover a letter. */
export const received = (stores: Stores, id: string) =>
  move(stores, id, imported([`m-${id}`], `P-${id}`), { tells: ['received'] });

const numberOf = (id: string) => `RS-${id}`;

/** A motion in the register, shown to all. */
export const numbered = async (stores: Stores, id: string) => {
  await received(stores, id);
  const registrationNumber = numberOf(id);
  await move(stores, id, registered(registrationNumber), { number: { registrationNumber } });
};

const letterOf = (id: string): LetterKey => ({
  caseId: id,
  version: 1,
  memberId: `m-${id}`,
  template: 'received',
});
const act = { by: 'p-registrar', at: minute(20), reason: 'Ny adress.' };
const kept = { templateVersion: 1, subject: 'Ämne', text: 'Text', html: '<p>Text</p>' };
const taskOf = (id: string, kind: string) => aTask(id, { kind, openedAt: minute(3) });

const leased = async (stores: Stores, id: string) => {
  await received(stores, id);
  await stores.cases.leaseLetter(letterOf(id), minute(0), minute(2));
};
const given = async (stores: Stores, id: string) => {
  await leased(stores, id);
  await stores.cases.markLetterFailed(letterOf(id), 'rejected', { task: taskOf(id, letterFailed) });
};
const held = async (stores: Stores, id: string) => {
  await received(stores, id);
  await stores.cases.holdLetter(letterOf(id), taskOf(id, letterHeld));
};
const sent = async (stores: Stores, id: string) => {
  await leased(stores, id);
  await stores.cases.markLetterSent(letterOf(id), `ses-${id}`, minute(1), kept);
};
const cameBack = async (stores: Stores, id: string) => {
  await sent(stores, id);
  const fate = { kind: 'bounced', at: minute(3), code: 'Permanent/General' } as const;
  await stores.cases.markLetterFate(letterOf(id), `ses-${id}`, fate, taskOf(id, letterReturned));
};

/** What a registrar does about letters. */
const letters: PortUses = {
  'cases.oweLettersAgain': {
    given,
    call: ({ cases }, id) => cases.oweLettersAgain(id, minute(9)),
  },
  'cases.holdLetter': {
    given: received,
    call: ({ cases }, id) => cases.holdLetter(letterOf(id), taskOf(id, letterHeld)),
  },
  'cases.releaseLetters': {
    given: held,
    call: ({ cases }, id) => cases.releaseLetters(id, [letterOf(id)], act, taskOf(id, letterHeld)),
  },
  'cases.keptLetter': {
    given: sent,
    call: ({ cases }, id) => cases.keptLetter(letterOf(id), `ses-${id}`),
  },
  'cases.resendLetters': {
    given: cameBack,
    call: ({ cases }, id) => cases.resendLetters(id, [letterOf(id)], act),
  },
  'cases.settleLetters': {
    given: cameBack,
    call: ({ cases }, id) => cases.settleLetters(id, [letterOf(id)], act),
  },
  'cases.lettersAstray': { given: cameBack, call: ({ cases }) => cases.lettersAstray(page) },
};

/** Lists and look-ups of cases, and their public views. */
const lists: PortUses = {
  'cases.caseNumbered': { given: numbered, call: ({ cases }, id) => cases.caseNumbered(numberOf(id)) },
  'cases.publish': {
    given: numbered,
    call: async ({ cases, register }, id) => {
      const { motion } = there(await cases.load(id));
      return cases.publish(motion, { ...there(await register.motion(id)), title: 'Namnet är maskerat' });
    },
  },
  'cases.motions': { given: numbered, call: ({ cases }, id) => cases.motions([id]) },
  'cases.worklist': {
    given: async (stores, id) => {
      await received(stores, id);
      const wait = { step: 'AwaitRegistration', openedAtVersion: 1, generation: 1, token: `t-${id}` };
      const task = aTask(id, { assignee: { role: 'manager', personIds: [`p-${id}`] } });
      await stores.cases.openWait(id, wait, [task]);
    },
    call: ({ cases }, id) => cases.worklist({ role: 'manager', personId: `p-${id}` }, page),
  },
  'cases.register': { given: numbered, call: ({ cases }) => cases.register(2026, page) },
  'cases.byParty': { given: received, call: ({ cases }, id) => cases.byParty(`P-${id}`, page) },
  'cases.bySignatory': { given: received, call: ({ cases }, id) => cases.bySignatory(`m-${id}`, page) },
  'cases.byDissenter': { given: received, call: ({ cases }, id) => cases.byDissenter(`m-${id}`, page) },
  'cases.byLead': { given: received, call: ({ cases }, id) => cases.byLead(id, page) },
  'cases.byPartyGroup': {
    given: (stores, id) => move(stores, id, draftStarted([`m-${id}`], `G-${id}`)),
    call: ({ cases }, id) => cases.byPartyGroup(`G-${id}`, page),
  },
};

/** The public register, as anyone reads it. */
const shown: PortUses = {
  'register.motion': { given: numbered, call: ({ register }, id) => register.motion(id) },
  'register.details': { given: numbered, call: ({ register }, id) => register.details(id) },
  'register.year': { given: numbered, call: ({ register }) => register.year(2026, page) },
  'register.allOfYear': { given: numbered, call: ({ register }) => register.allOfYear(2026) },
  'register.heads': { given: numbered, call: ({ register }) => register.heads() },
  'register.notices': {
    given: numbered,
    call: ({ register }) => register.notices('2026-01-01', '2026-12-31'),
  },
};

const clocks: PortUses = {
  'clocks.adopt': {
    given: received,
    call: ({ clocks: kept }, id) => kept.adopt(id, 1, [{ kind: 'new', dueOn: '2030-01-01' }]),
  },
  'clocks.markLawAdopted': {
    call: ({ clocks: kept }) => kept.markLawAdopted(3),
    shows: ({ clocks: kept }) => kept.adoptedLaw(),
  },
};

export const usesOfCases: PortUses = { ...letters, ...lists, ...shown, ...clocks };
