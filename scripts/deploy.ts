import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { App } from 'aws-cdk-lib';
import { z } from 'zod';
import { readSettings, type Settings } from '../lib/settings.ts';

/**
 * Deploys a stage: first a list of what must be so, then what would change, then the stage's name typed by a person.
 * `--check` stops after the list; `--confirm STAGE` stands for typing, for a pipeline.
 */
const text = { type: 'string' } as const;
const { values } = parseArgs({
  options: { stage: text, organisation: text, confirm: text, check: { type: 'boolean', default: false } },
});

interface Point {
  readonly what: string;
  /** Undefined when it is so; otherwise what to do. */
  readonly fault: string | undefined;
  /** A warning does not stop a stage that is for trying. */
  readonly warns?: boolean;
}

const run = (program: string, args: readonly string[]) =>
  execFileSync(program, [...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
const tried = (act: () => string): string | undefined => {
  try {
    return act();
  } catch {
    return undefined;
  }
};
const aws = (region: string, ...args: string[]): unknown => {
  const answer = tried(() => run('aws', [...args, '--region', region, '--output', 'json']));
  return answer === undefined ? undefined : JSON.parse(answer);
};

/** What can be seen from here alone. */
const hereAt = ({ organisation, siteUrl, domain, webAclArn, alarmEmail }: Settings): Point[] => {
  const dirty = tried(() => run('git', ['status', '--porcelain']));
  const isExample = (address: string) => /\.example$/.test(address);
  return [
    {
      what: 'Node is 24 or later',
      fault: Number(process.versions.node.split('.')[0]) >= 24 ? undefined : 'run through npm',
    },
    {
      what: 'the tree is clean',
      fault: dirty === '' ? undefined : 'commit or stash: what is deployed must be a commit',
    },
    {
      what: 'alarms go to somebody',
      fault: isExample(alarmEmail) ? `alarmEmail is ${alarmEmail}` : undefined,
    },
    {
      what: 'letters have a sender of ours',
      fault: isExample(organisation.mail.from) ? `mail.from is ${organisation.mail.from}` : undefined,
    },
    {
      what: 'links in letters lead to the site',
      fault: organisation.publicUrl.startsWith('https:')
        ? undefined
        : 'siteUrl of the stage is not set: deploy, set it to the output SiteUrl, deploy again',
      warns: true,
    },
    {
      what: 'the site has a name and a certificate',
      fault: domain === undefined ? 'domain of the stage is not set' : undefined,
      warns: true,
    },
    {
      what: 'site and name agree',
      fault:
        domain === undefined || siteUrl === `https://${domain.name}` ? undefined : `siteUrl is ${siteUrl}`,
    },
    {
      what: 'each client is limited',
      fault: webAclArn === undefined ? 'webAclArn of the stage is not set' : undefined,
      warns: true,
    },
  ];
};

const identity = z.object({ Account: z.string() });
const limits = z.object({ AccountLimit: z.object({ ConcurrentExecutions: z.number() }) });
const sending = z.object({ ProductionAccessEnabled: z.boolean() });

/** What only the account can say; without the AWS CLI and credentials each is a fault. */
const inAccount = ({ region, account, reserveConcurrency }: Settings): Point[] => {
  const who = identity.safeParse(aws(region, 'sts', 'get-caller-identity')).data;
  if (who === undefined)
    return [{ what: 'credentials', fault: 'sign in with the AWS CLI (aws sts get-caller-identity fails)' }];
  const bootstrapped = aws(region, 'ssm', 'get-parameter', '--name', '/cdk-bootstrap/hnb659fds/version');
  const most =
    limits.safeParse(aws(region, 'lambda', 'get-account-settings')).data?.AccountLimit.ConcurrentExecutions ??
    0;
  const mail = sending.safeParse(aws(region, 'sesv2', 'get-account')).data;
  return [
    {
      what: `the account is ${who.Account}`,
      fault: account === undefined || account === who.Account ? undefined : `the stage belongs in ${account}`,
    },
    {
      what: `CDK is bootstrapped in ${region}`,
      fault: bootstrapped === undefined ? `npx cdk bootstrap aws://${who.Account}/${region}` : undefined,
    },
    {
      what: `${most} functions may run at once`,
      fault:
        !reserveConcurrency || most >= 200
          ? undefined
          : 'ask for 1000, or set reserveConcurrency to false until then',
    },
    {
      what: 'SES may write to anybody',
      fault:
        mail?.ProductionAccessEnabled === true
          ? undefined
          : 'still in the sandbox: only verified addresses get letters',
      warns: true,
    },
  ];
};

const cdk = (command: string, name: string, ...args: string[]) => {
  const context = Object.entries(values).flatMap(([key, value]) =>
    (key === 'stage' || key === 'organisation') && value !== undefined
      ? ['-c', `${key}=${String(value)}`]
      : [],
  );
  return spawnSync('cdk', [command, name, ...context, ...args], { stdio: 'inherit' }).status ?? 1;
};

const { context } = JSON.parse(readFileSync('cdk.json', 'utf8'));
const app = new App({ context });
for (const key of ['stage', 'organisation'] as const) {
  if (values[key] !== undefined) app.node.setContext(key, values[key]);
}
const settings = readSettings(app.node);
const { stage } = settings;
const name = `Besvarad-${stage}`;
console.log(`\nBefore ${name} (${settings.organisation.name}, ${settings.region}):\n`);
const points = [...hereAt(settings), ...inAccount(settings)];
for (const { what, fault, warns } of points) {
  console.log(
    fault === undefined
      ? `  ok      ${what}`
      : `  ${warns === true ? 'warning' : 'STOP   '} ${what}: ${fault}`,
  );
}
console.log(`
By hand: a copy of the last template is kept (docs/operations.md, Updating); npm test has passed on this commit;
nobody is in the middle of a council meeting.
`);
const stops = points.filter(
  ({ fault, warns }) => fault !== undefined && (warns !== true || stage === 'production'),
);
if (stops.length > 0) {
  console.error(
    `Nothing was done: ${stops.length} points to mend${stage === 'production' ? ' (in production a warning stops too)' : ''}.`,
  );
  process.exit(1);
}
if (values.check) process.exit(0);
if (cdk('diff', name) !== 0) process.exit(1);
const typed =
  values.confirm ??
  (await createInterface({ input: process.stdin, output: process.stdout }).question(
    `\nType ${stage} to deploy: `,
  ));
if (typed !== stage) {
  console.error('Nothing was done.');
  process.exit(1);
}
process.exit(cdk('deploy', name, '--require-approval', 'never', '--rollback', 'true'));
