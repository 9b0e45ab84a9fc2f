import type { Status } from '../../domain/motion.ts';
import { by } from '../support/motion-builders.ts';
import { examples } from '../support/motion-commands.ts';
import { actors } from '../support/motion-people.ts';
import { type Door, type MadeDesk, makeDesk, makeDoor, newCommandId } from './office-desk.ts';
import { aRealCase, letHappen, motionOf, openTheMinutes } from './real-cases.ts';

/** Motions prepared together, the lead first, and an office to act in. */
export interface Bundle {
  readonly made: MadeDesk;
  readonly door: Door;
  readonly lead: string;
  readonly followers: readonly string[];
  /** All of them, the lead first. */
  readonly cases: readonly string[];
}

export const anOffice = async () => {
  const made = await makeDesk();
  await openTheMinutes(made);
  return { made, door: makeDoor(made.desk) };
};

const joins = (lead: string) => by(actors.official, { type: 'join-preparation', lead });

/** A lead and some followers, all in drafting. */
export const aBundle = async (followers: number): Promise<Bundle> => {
  const { made, door } = await anOffice();
  const lead = await aRealCase(made, 'Drafting');
  const others: string[] = [];
  for (let count = 0; count < followers; count += 1) {
    others.push(await aRealCase(made, 'Drafting', joins(lead)));
  }
  return { made, door, lead, followers: others, cases: [lead, ...others] };
};

const { answer, proposals } = examples['write-answer'].command;

/** The answer to all of some cases. */
export const jointAnswer = (cases: readonly string[]) => ({
  type: 'write-answer' as const,
  answer,
  proposals: Object.fromEntries(cases.map((each) => [each, proposals])),
});

/** A joint command through the door. */
export const sendTogether = (
  { door, lead }: Pick<Bundle, 'door' | 'lead'>,
  subject: string,
  command: object,
  more: { commandId?: string; expectedVersions?: Record<string, number> } = {},
) =>
  door.ask(subject, 'POST', `/api/cases/${lead}/joint-commands`, {
    commandId: more.commandId ?? newCommandId(),
    command,
    ...(more.expectedVersions === undefined ? {} : { expectedVersions: more.expectedVersions }),
  });

/** The joint commands on the way to the council's agenda, and who gives them. */
export const jointWay = ({ cases }: Pick<Bundle, 'cases'>) =>
  [
    ['p-official', jointAnswer(cases), 'Drafting'],
    ['p-official', { type: 'submit-answer' }, 'Approval'],
    ['p-manager', { type: 'approve-answer' }, 'Approval'],
    ['p-director', { type: 'approve-answer' }, 'BoardReady'],
    ['p-board-secretary', examples['place-on-board-agenda'].command, 'BoardAgenda'],
  ] as const satisfies readonly (readonly [string, object, Status])[];

/** Goes the joint way until the bundle stands in a status. */
export const together = async (
  bundle: Bundle,
  until: 'Approval' | 'BoardReady' | 'BoardAgenda',
): Promise<void> => {
  for (const [subject, command, status] of jointWay(bundle)) {
    const { status: code, body } = await sendTogether(bundle, subject, command);
    if (code !== 200) throw new Error(JSON.stringify(body));
    if (status === until) return;
  }
};

/** The board proposes and the secretary places each, since a decision is each motion's own. */
export const toCouncilAgenda = async (bundle: Bundle): Promise<void> => {
  for (const caseId of bundle.cases) {
    await letHappen(bundle.made, caseId, by(actors['board-secretary'], examples.propose.command));
  }
  await sendTogether(bundle, 'p-council-secretary', examples['place-on-council-agenda'].command);
};

export const statusesOf = async ({ made, cases }: Bundle): Promise<Status[]> =>
  Promise.all(cases.map(async (each) => (await motionOf(made, each)).status));

export const versionsOf = async ({ made, cases }: Bundle): Promise<number[]> =>
  Promise.all(cases.map(async (each) => (await motionOf(made, each)).version));

/** Everything the record holds of the cases, as text. */
export const everythingOf = async ({ made, cases }: Bundle): Promise<string> => {
  const { cases: store } = made.desk;
  const all = cases.map((each) => Promise.all([store.load(each), store.events(each), store.letters(each)]));
  return JSON.stringify(await Promise.all(all));
};
