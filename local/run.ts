import { stockholmDate } from '../domain/calendar-date.ts';
import { demoPeople } from './demo-people.ts';
import { DatabaseInUse } from './engines/database-claim.ts';
import { EngineFailed } from './engines/dynamodb.ts';
import { EngineMissing } from './engines/find-engine.ts';
import { PortBusy } from './engines/free-port.ts';
import { readOptions, UsageError } from './options.ts';
import { describe } from './sign-in/page.ts';
import { type Besvarad, startBesvarad } from './start-besvarad.ts';

const fail = (sentence: string): never => {
  console.error(sentence);
  process.exit(1);
};

const greet = ({ siteUrl, issuer, inboxUrl, clock }: Besvarad, dataDirectory: string) => {
  console.log(`
Besvarad är igång. Avsluta med Ctrl-C; ärendena finns kvar i ${dataDirectory}.

  Börja här             ${siteUrl}/local
  Offentligt register   ${siteUrl}/
  Kontoret              ${siteUrl}/kontor
  Kontorets API         ${siteUrl}/api   (beskrivning: ${siteUrl}/api/openapi.json)
  Inkorg för brev       ${inboxUrl}
  Inloggning            ${issuer}
  Klockan               ${stockholmDate(clock.now())}   (flyttas på ${siteUrl}/local)

Logga in i webbläsaren eller från kommandoraden som någon av demopersonerna:
  curl -s ${issuer}/token -d grant_type=urn:besvarad:demo-person -d client_id=besvarad-cli -d person=NAMN
`);
  for (const person of demoPeople) {
    console.log(`  ${person.subject.padEnd(28)} ${person.name}, ${describe(person)}`);
  }
};

const isExplained = (error: unknown): error is Error =>
  [UsageError, PortBusy, EngineMissing, EngineFailed, DatabaseInUse].some((kind) => error instanceof kind);

/** A file or folder that the system does not let us have. */
const isAboutAFile = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error && 'path' in error && 'code' in error;

/** Ctrl-C while the engines start: leaving by `exit`, and not by the signal, ends those that have started. */
const leave = () => process.exit(130);
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const start = async () => {
  const options = readOptions(process.argv.slice(2));
  for (const signal of signals) process.on(signal, leave);
  const besvarad = await startBesvarad(options, {
    environment: process.env,
    onEngineExit: (reason) => fail(`The DynamoDB engine has stopped: ${reason}. Start Besvarad again.`),
  });
  greet(besvarad, options.dataDirectory);
  let isStopping = false;
  const stop = () => {
    if (isStopping) leave();
    isStopping = true;
    void besvarad.stop().then(() => process.exit(0));
  };
  for (const signal of signals) process.off(signal, leave).on(signal, stop);
};

try {
  await start();
} catch (error) {
  if (isExplained(error)) fail(error.message);
  if (isAboutAFile(error)) fail(`${error.path} cannot be used (${error.code}); choose another with --data.`);
  throw error;
}
