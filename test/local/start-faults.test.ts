import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { listen } from '../../local/engines/free-port.ts';
import { readOptions, UsageError } from '../../local/options.ts';
import { readOrganisation } from '../../local/read-organisation.ts';
import { aFolder, start } from './start-child.ts';

const valid = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../config/organisation.json'), 'utf8'),
) as object;

const oneSentence = async (args: readonly string[], environment: NodeJS.ProcessEnv = {}) => {
  const child = start(args, environment);
  expect(await child.ended).toEqual({ code: 1, signal: null });
  expect(child.output()).toBe('');
  const [sentence = '', ...more] = child.errors().trim().split('\n');
  expect(more).toEqual([]);
  expect(sentence).not.toMatch(/^\s+at |Error:|node:internal/);
  return sentence;
};

/** All at once: each is a process that mostly loads its modules. */
it('a start that fails says why in one sentence', async () => {
  const [damaged, aFile, keys] = [aFolder(), aFolder(), aFolder()].map((folder) => join(folder, 'file'));
  writeFileSync(damaged ?? '', '{ "name": ');
  writeFileSync(aFile ?? '', '');
  const keysFolder = dirname(keys ?? '');
  writeFileSync(join(keysFolder, 'sign-in-keys.json'), '{');
  const taken = createServer();
  const port = await listen(taken);
  onTestFinished(() => void taken.close());
  const onAnyPort = (data = aFolder()) => ['--data', data, '--port', '0'];
  const faults: [readonly string[], NodeJS.ProcessEnv, string][] = [
    [onAnyPort(), { DYNOXIDE_BIN: '/nowhere/dynoxide' }, 'DYNOXIDE_BIN is /nowhere/dynoxide'],
    [onAnyPort(), { DYNOXIDE_BIN: '/bin/false' }, 'The DynamoDB engine does not answer'],
    [
      [...onAnyPort(), '--config', damaged ?? ''],
      {},
      `${damaged} is not a valid configuration: it is not JSON.`,
    ],
    [onAnyPort(join(aFile ?? '', 'data')), {}, `${aFile}/data cannot be used (ENOTDIR)`],
    [onAnyPort(keysFolder), {}, 'sign-in-keys.json holds no sign-in keys; delete it'],
    [['--data', aFolder(), '--port', String(port)], {}, `Port ${port} is in use; choose another with --port`],
    [['--prot', '1'], {}, 'Known options: --data DIR, --port N, --clock DATE, --config FILE.'],
  ];
  const told = await Promise.all(faults.map(([args, environment]) => oneSentence(args, environment)));
  expect(told.map((sentence, index) => sentence.includes(faults[index]?.[2] ?? '?') || sentence)).toEqual(
    faults.map(() => true),
  );
}, 180_000);

describe('the options', () => {
  it.each([
    [['--port', 'http']],
    [['--port', '65536']],
    [['--port', '-1']],
    [['--port', '']],
    [['--port', '1.5']],
    [['--clock', '2026-02-30']],
    [['--clock', 'tomorrow']],
    [['--data']],
    [['file']],
    [['--port=1', '--help']],
  ])('%j are refused in one sentence', (args) => {
    expect(() => readOptions(args)).toThrow(UsageError);
    try {
      readOptions(args);
    } catch (error) {
      expect((error as Error).message.split('\n').length).toBe(1);
    }
  });

  it('have defaults', () => {
    const defaults = {
      dataDirectory: '.besvarad',
      port: 8080,
      clock: undefined,
      configFile: 'config/organisation.json',
    };
    expect(readOptions([])).toEqual(defaults);
    expect(readOptions(['--port', '0', '--clock', '2026-06-01'])).toMatchObject({
      port: 0,
      clock: '2026-06-01',
    });
  });
});

describe('the configuration', () => {
  const refusal = (content: unknown) => {
    const file = join(aFolder(), 'organisation.json');
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    try {
      readOrganisation(file);
    } catch (error) {
      expect(error).toBeInstanceOf(UsageError);
      return (error as Error).message.replace(file, 'FILE');
    }
    throw new Error('it was taken');
  };

  it('is told which place of it is wrong', () => {
    expect(refusal('')).toBe('FILE is not a valid configuration: it is not JSON.');
    expect(refusal('null')).toMatch(/^FILE is not a valid configuration: the file: /);
    expect(refusal({ ...valid, seats: { council: 0, board: 15 } })).toMatch(/: seats\.council: /);
    expect(refusal({ ...valid, approvalChain: [] })).toMatch(/: approvalChain: /);
    expect(refusal({ ...valid, publicUrl: 'here' })).toMatch(/: publicUrl: /);
    expect(refusal({ ...valid, mail: { from: 'x' } })).toMatch(/: mail\.from: /);
    expect(
      refusal({ ...valid, register: { authority: 'A', registerCode: 'B', pattern: 'no sequence' } }),
    ).toMatch(/: register/);
  });

  it('that cannot be read is told so', () => {
    const folder = aFolder();
    mkdirSync(join(folder, 'organisation.json'));
    expect(() => readOrganisation(join(folder, 'organisation.json'))).toThrow('it cannot be read');
    expect(() => readOrganisation(join(folder, 'none.json'))).toThrow('it cannot be read');
  });
});
