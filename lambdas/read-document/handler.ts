import { intakeOfKey } from '../casework/intake/intake-files.ts';
import { type ReadingDesk, readIntake } from '../casework/intake/read-intake.ts';
import { taskHandler } from '../observability.ts';
import { storedEvent } from './contract.ts';

/** Reads a file as soon as it is stored. The office asks how far it has come. */
export const makeHandler = (desk: ReadingDesk) =>
  taskHandler(storedEvent, async ({ detail: { object } }) => {
    const id = intakeOfKey(object.key);
    if (id !== undefined) await readIntake(desk, id, object['version-id']);
  });
