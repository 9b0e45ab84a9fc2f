import { readFileSync } from 'node:fs';
import { type Organisation, organisation } from '../domain/organisation.ts';
import { UsageError } from './options.ts';

/**
 * Reads the organisation's configuration (architecture §7).
 * @throws UsageError with one sentence: which file, where in it, what is wrong
 */
export const readOrganisation = (file: string): Organisation => {
  const parsed = organisation.safeParse(readJson(file));
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  const where = first?.path.join('.') || 'the file';
  throw new UsageError(`${file} is not a valid configuration: ${where}: ${first?.message ?? 'unknown'}.`);
};

const readJson = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const reason = error instanceof SyntaxError ? 'it is not JSON' : 'it cannot be read';
    throw new UsageError(`${file} is not a valid configuration: ${reason}.`);
  }
};
