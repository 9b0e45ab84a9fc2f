import {
  commandFor,
  type JointCommand,
  proposalsRefusal,
  takesPart,
} from '../../domain/joint-preparation.ts';
import type { Motion } from '../../domain/motion.ts';
import { mayRead } from '../../domain/permissions.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Actor } from '../../domain/roles.ts';
import { Conflict, NotFound } from '../failures.ts';
import { actOnCase, type CaseRequest, earlierAnswer, refusalOnCase } from './act-on-case.ts';
import type { CommandIdReused, Done } from './answer.ts';
import { followersOf } from './bundle.ts';
import type { Casework } from './dependencies.ts';

/** One command put to a motion and all that are prepared with it. */
export interface JointRequest {
  readonly lead: string;
  readonly commandId: string;
  readonly command: JointCommand;
  readonly actor: Actor;
  /** The versions the caller has seen, by case: a conflict if one has moved, unknown if it is not of these. */
  readonly expectedVersions?: Readonly<Record<string, number>> | undefined;
}

/** A case in an answer, and as people name it. */
export interface CaseNamed {
  readonly caseId: string;
  readonly number: string;
}

export interface CaseDone extends CaseNamed {
  readonly version: number;
  readonly repeated: boolean;
}

/** A no, with the case it is about, and those in which it had been done before the no came. */
export interface JointStop {
  readonly kind: 'stopped';
  readonly at: CaseNamed;
  /** `moved`: no longer as the caller, or the judgement, saw it. `unknown`: not prepared with the others. */
  readonly no: Refusal | CommandIdReused | { kind: 'moved'; seen: number } | { kind: 'unknown' };
  readonly done: readonly CaseDone[];
}

/** What comes of a joint command. */
export type JointAnswer = { readonly kind: 'done'; readonly cases: readonly CaseDone[] } | JointStop;

/** A case that is asked, as it stood when all were read. */
interface Part extends CaseNamed {
  readonly record: Motion;
  readonly request: CaseRequest;
  readonly earlier: Done | CommandIdReused | undefined;
}

/**
 * Puts one command to the motions of a joint preparation (domain.md §3). The law judges every case first, and if it
 * refuses one nothing is written. Then each is written in its own transaction, only as it was judged, under an id made
 * of the caller's: a repeat finishes what broke off. The lead comes last, so when it has an answer the command is done.
 * @throws NotFound when there is no such lead or the actor may not know of it; Transient when a service is out of reach
 */
export const actTogether = async (casework: Casework, request: JointRequest): Promise<JointAnswer> => {
  const [lead, ...followers] = await partsOf(casework, request);
  const all = [...followers, lead];
  const done = all.flatMap(doneBefore);
  const reused = all.find(({ earlier }) => earlier?.kind === 'command-id-reused');
  if (reused !== undefined) return stopAt(reused, { kind: 'command-id-reused' }, done);
  if (lead.earlier !== undefined) return { kind: 'done', cases: done };
  if (followers.length === 0) return stopAt(lead, refuse('not_joint'), done);
  const taking = all.filter(({ record, earlier }) => earlier !== undefined || takesPart(record));
  if (taking.length === 0) return stopAt(lead, refuse('wrong_status'), done);
  const unlike = movedSince(request, all, taking) ?? unlikeProposals(request, lead, taking);
  if (unlike !== undefined) return { ...unlike, done };
  const asked = taking.filter(({ earlier }) => earlier === undefined);
  return (await firstRefused(casework, asked, done)) ?? writeEach(casework, asked, done);
};

/** The lead and then its followers, with what each was answered under this id before. */
const partsOf = async (casework: Casework, request: JointRequest): Promise<[Part, ...Part[]]> => {
  const { cases } = casework;
  const state = await cases.load(request.lead);
  if (state === undefined || !mayRead(state.motion, request.actor)) throw new NotFound('case');
  const followers = await followersOf(cases, request.lead);
  const [lead, ...others] = await Promise.all([
    partOf(casework, request, state.motion),
    ...followers.map((each) => partOf(casework, request, each)),
  ]);
  return [lead, ...others];
};

const partOf = async (casework: Casework, asked: JointRequest, record: Motion): Promise<Part> => {
  const { caseId, version: expectedVersion } = record;
  const command = commandFor(asked.command, caseId);
  const request = {
    caseId,
    command,
    commandId: `${asked.commandId}-${caseId}`,
    actor: asked.actor,
    expectedVersion,
  };
  const number = 'registrationNumber' in record ? record.registrationNumber : undefined;
  return {
    caseId,
    number: number ?? caseId,
    record,
    request,
    earlier: await earlierAnswer(casework, request),
  };
};

const doneBefore = ({ caseId, number, earlier }: Part): CaseDone[] =>
  earlier?.kind === 'done' ? [{ caseId, number, version: earlier.version, repeated: true }] : [];

const stopAt = (
  { caseId, number }: CaseNamed,
  no: JointStop['no'],
  done: readonly CaseDone[],
): JointStop => ({
  kind: 'stopped',
  at: { caseId, number },
  no,
  done,
});

/** A case the caller has seen at another version, or that takes part no longer. Of others nothing is told (TF 2:13). */
const movedSince = (
  { expectedVersions = {} }: JointRequest,
  all: readonly Part[],
  taking: readonly Part[],
): JointStop | undefined => {
  for (const [caseId, seen] of Object.entries(expectedVersions)) {
    const part = all.find((each) => each.caseId === caseId);
    if (part === undefined) return stopAt({ caseId, number: caseId }, { kind: 'unknown' }, []);
    const isAsSeen = part.earlier !== undefined || part.record.version === seen;
    if (!taking.includes(part) || !isAsSeen) return stopAt(part, { kind: 'moved', seen }, []);
  }
  return undefined;
};

const unlikeProposals = ({ command }: JointRequest, lead: Part, taking: readonly Part[]) => {
  const refused = proposalsRefusal(
    command,
    taking.map(({ caseId }) => caseId),
  );
  return refused && stopAt(lead, refused, []);
};

/** The first no of the law, if any. What another try under the same id has done meanwhile is no reason to stop. */
const firstRefused = async (casework: Casework, asked: readonly Part[], done: readonly CaseDone[]) => {
  const judge = async (part: Part): Promise<JointStop | undefined> => {
    const no = await refusalOnCase(casework, part.request);
    return no && stopAt(part, no, done);
  };
  const judged = await Promise.all(
    asked.map(async (part) => {
      const stop = await orMoved(part, () => judge(part), done);
      return stop && ((await earlierAnswer(casework, part.request)) === undefined ? stop : undefined);
    }),
  );
  return judged.find((each) => each !== undefined);
};

/** Runs what needs the case to be as it was read. */
const orMoved = async <T>(
  part: Part,
  run: () => Promise<T>,
  done: readonly CaseDone[],
): Promise<T | JointStop> => {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return stopAt(part, { kind: 'moved', seen: part.record.version }, done);
  }
};

const writeEach = async (
  casework: Casework,
  asked: readonly Part[],
  before: readonly CaseDone[],
): Promise<JointAnswer> => {
  const done = [...before];
  for (const part of asked) {
    const answer = await orMoved(part, () => actOnCase(casework, part.request), done);
    if (answer.kind === 'stopped') return answer;
    if (answer.kind !== 'done') return stopAt(part, answer, done);
    const { caseId, number } = part;
    done.push({ caseId, number, version: answer.version, repeated: answer.repeated });
  }
  return { kind: 'done', cases: done };
};
