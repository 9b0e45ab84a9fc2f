import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { PersonCommand } from '../../domain/commands.ts';
import type { MinutesPersonCommand } from '../../domain/minutes-commands.ts';
import { type HttpAnswer, type OfficePerson, signIn } from '../client/office-client.ts';
import type { ChaosJournal, SentCommand } from './journal.ts';
import type { LetterRecorder } from './letter-recorder.ts';
import type { Kill, Plan } from './plan.ts';
import { type RunningProduct, setClock } from './running-product.ts';

/** The office over HTTP, for callers who outlive it: what got no answer is sent again, under the same id. */
export interface SteadfastOffice {
  /** @returns the new case's id, or undefined when it was refused, which no plan foresees */
  begin(subject: string, command: PersonCommand): Promise<string | undefined>;
  act(subject: string, caseId: string, command: PersonCommand): Promise<boolean>;
  actOnMinutes(subject: string, minutesId: string, command: MinutesPersonCommand): Promise<boolean>;
  read<S extends z.ZodType>(subject: string, path: string, schema: S): Promise<z.output<S>>;
  /** Moves the clock, and what is due then is done. */
  on(day: string): Promise<void>;
}

interface Parts {
  readonly product: RunningProduct;
  readonly journal: ChaosJournal;
  readonly recorder: LetterRecorder;
  readonly plan: Plan;
  /** Makes the ids of commands unlike those of another run. */
  readonly run: string;
}

const done = z.object({ version: z.int(), caseId: z.string().optional() });
const problem = z.object({ code: z.string().catch('?') }).catch({ code: '?' });

/** Sendings without a yes or no before a command is given up: the product must come back. */
const patience = 60;

export const makeSteadfastOffice = ({ product, journal, recorder, plan, run }: Parts): SteadfastOffice => {
  const people = new Map<string, OfficePerson>();
  const killAt = new Map(plan.kills.map((kill) => [kill.at, kill]));

  const person = async (subject: string): Promise<OfficePerson> => {
    const addresses = await product.up();
    const found = people.get(subject) ?? (await signIn(addresses, subject));
    people.set(subject, found);
    return found;
  };

  /** One attempt; undefined when there was no answer, or none that tells what became of it. */
  const attempt = async (subject: string, ask: (who: OfficePerson) => Promise<HttpAnswer>) => {
    try {
      const answer = await ask(await person(subject));
      if (answer.status === 401) people.delete(subject);
      if (answer.status === 409 && problem.parse(answer.body).code === 'conflict') {
        journal.noteConflict();
        return undefined;
      }
      return answer.status === 401 || answer.status >= 500 ? undefined : answer;
    } catch {
      // The connection broke: the product was killed, before it did anything or after.
      return undefined;
    }
  };

  const strike = (kill: Kill, sending: Promise<unknown>) => {
    if (kill.moment === 'during') setTimeout(() => product.kill(kill), kill.delayMilliseconds);
    if (kill.moment === 'letter') recorder.atNextLetter(() => product.kill(kill));
    if (kill.moment === 'after') void sending.then(() => product.kill(kill));
  };

  const command = async (
    subject: string,
    about: Pick<SentCommand, 'type' | 'subject'>,
    ask: (who: OfficePerson, commandId: string) => Promise<HttpAnswer>,
  ): Promise<SentCommand> => {
    const ordinal = journal.commands.length + 1;
    const commandId = `${run}-${String(ordinal).padStart(6, '0')}`;
    const entry = journal.sent({ ...about, commandId, sendings: 0 });
    const kill = killAt.get(ordinal);
    if (kill?.moment === 'before') product.kill(kill);
    while (entry.sendings < patience) {
      await product.up();
      entry.sendings += 1;
      const sending = attempt(subject, (who) => ask(who, commandId));
      if (kill !== undefined && entry.sendings === 1) strike(kill, sending);
      const answer = await sending;
      if (answer === undefined) {
        await pause(20);
        continue;
      }
      const yes = answer.status < 300 ? done.safeParse(answer.body) : undefined;
      if (yes?.success) journal.acknowledged(entry, yes.data.version, yes.data.caseId ?? about.subject ?? '');
      else journal.refused(entry, `${answer.status} ${problem.parse(answer.body).code}`);
      return entry;
    }
    journal.refused(entry, 'no answer');
    return entry;
  };

  const isYes = (entry: SentCommand) => entry.refusal === undefined;
  return {
    begin: async (subject, asked) => {
      const entry = await command(subject, { type: asked.type, subject: undefined }, (who, id) =>
        who.begin(asked, id),
      );
      return isYes(entry) ? entry.subject : undefined;
    },
    act: async (subject, caseId, asked) =>
      isYes(
        await command(subject, { type: asked.type, subject: caseId }, (who, id) =>
          who.act(caseId, asked, id),
        ),
      ),
    actOnMinutes: async (subject, minutesId, asked) =>
      isYes(
        await command(subject, { type: asked.type, subject: minutesId }, (who, id) =>
          who.actOnMinutes(minutesId, asked, id),
        ),
      ),
    read: async (subject, path, schema) => {
      for (let tries = 0; tries < patience; tries += 1) {
        const answer = await attempt(subject, (who) => who.get(path));
        if (answer?.status === 200) return schema.parse(answer.body);
        await pause(20);
      }
      throw new Error(`no answer to ${path}`);
    },
    on: async (day) => {
      product.day = day;
      for (let tries = 0; tries < patience; tries += 1) {
        try {
          return await setClock(await product.up(), day);
        } catch {
          await pause(20);
        }
      }
      throw new Error(`the clock cannot be moved to ${day}`);
    },
  };
};
