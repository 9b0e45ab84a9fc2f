import { appendFileSync } from 'node:fs';

/** A command as its caller knows it: sent under an id, and acknowledged with a version or not. */
export interface SentCommand {
  readonly commandId: string;
  readonly type: string;
  /** The case or the minutes; a case that begins gets its id with the answer. */
  subject: string | undefined;
  acknowledgedVersion?: number;
  /** How often it was sent before an answer came. */
  sendings: number;
  /** What was answered instead of a yes; a plan has no such. */
  refusal?: string;
}

/** The driver's own journal: what was sent and what was acknowledged, kept where no kill reaches it. */
export interface ChaosJournal {
  readonly commands: readonly SentCommand[];
  readonly conflicts: () => number;
  sent(command: SentCommand): SentCommand;
  noteConflict(): void;
  acknowledged(command: SentCommand, version: number, subject: string): void;
  refused(command: SentCommand, refusal: string): void;
}

/** @param file where it is also written, for whoever must find out what went wrong */
export const makeJournal = (file: string): ChaosJournal => {
  const commands: SentCommand[] = [];
  let conflicts = 0;
  const write = (what: string, command: SentCommand) =>
    appendFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), what, ...command })}\n`);
  return {
    commands,
    conflicts: () => conflicts,
    sent: (command) => {
      commands.push(command);
      write('sent', command);
      return command;
    },
    noteConflict: () => {
      conflicts += 1;
    },
    acknowledged: (command, version, subject) => {
      Object.assign(command, { acknowledgedVersion: version, subject });
      write('acknowledged', command);
    },
    refused: (command, refusal) => {
      Object.assign(command, { refusal });
      write('refused', command);
    },
  };
};
