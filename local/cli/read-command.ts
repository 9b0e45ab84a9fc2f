import { readFile as readBytesOf } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { PaperFields } from '../../documents/intake/reading.ts';
import { type FileRead, readFile } from '../../documents/reading/read-file.ts';
import { type FileRefusalCode, fileRefusals, isRefused } from '../../documents/reading/refusals.ts';
import { describeFields } from './describe-fields.ts';

/** A file that gave nothing has the same shape, with the reason among its warnings. */
const nothing: PaperFields = {
  kind: 'unknown',
  title: null,
  series: null,
  addressee: null,
  date: null,
  unit: null,
  officer: null,
  registrationNumber: null,
  signatories: [],
  clauses: [],
  outcome: null,
  followUpBy: null,
  amounts: [],
  recipients: [],
  warnings: [],
  evidence: {},
};

/**
 * `besvarad read FILE… [--json]`: what each file says, for a person or, a line to each file, for a program.
 * @returns the exit code: 0 when every file was read, 1 when one was not, 2 when nothing was asked
 */
export const readCommand = async (args: readonly string[], usage: string): Promise<number> => {
  const asked = argumentsIn(args);
  if (asked === undefined || asked.files.length === 0) {
    console.error(usage);
    return 2;
  }
  let failed = 0;
  for (const file of asked.files) {
    const read = await readOne(file);
    const refusal = isRead(read) ? undefined : read;
    const fields = isRead(read) ? read.paper.fields : nothing;
    if (refusal !== undefined) failed += 1;
    if (asked.json) console.log(JSON.stringify(asObject(file, fields, refusal)));
    else if (refusal !== undefined) console.error(`${file}\n  ${refusal.message}\n`);
    else console.log(`${file}\n${describeFields(fields)}\n`);
  }
  return failed > 0 ? 1 : 0;
};

const argumentsIn = (args: readonly string[]): { json: boolean; files: string[] } | undefined => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false } },
    });
    return { json: values.json, files: positionals };
  } catch {
    return undefined;
  }
};

interface NotRead {
  readonly code: FileRefusalCode | 'file_not_found';
  readonly message: string;
}

const isRead = (result: FileRead | NotRead): result is FileRead => 'paper' in result;

const readOne = async (file: string): Promise<FileRead | NotRead> => {
  const bytes = await readBytesOf(file).catch(() => undefined);
  if (bytes === undefined)
    return { code: 'file_not_found', message: 'Filen finns inte eller kan inte öppnas.' };
  const read = await readFile(file, bytes);
  return isRefused(read) ? { code: read.refused, message: fileRefusals[read.refused] } : read;
};

const asObject = (
  file: string,
  { warnings, evidence, ...fields }: PaperFields,
  refusal: NotRead | undefined,
) => ({
  file,
  ...fields,
  warnings: refusal === undefined ? warnings : [refusal],
  evidence,
});
