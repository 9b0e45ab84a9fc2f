import { readCommand } from './read-command.ts';

const usage = `npx besvarad read FIL… [--json]

  Läser motioner, svar och andra handlingar: text, PDF, Word (.docx), skannad PDF, PNG eller JPEG.
  --json   ett objekt per fil, ett på varje rad`;

const [command, ...rest] = process.argv.slice(2);
if (command === 'read') process.exitCode = await readCommand(rest, usage);
else {
  console.log(usage);
  process.exitCode = command === undefined || command === '--help' || command === '-h' ? 0 : 2;
}
