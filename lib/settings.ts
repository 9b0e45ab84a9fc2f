import { readFileSync } from 'node:fs';
import type { Node } from 'constructs';
import { z } from 'zod';
import { type Organisation, organisation } from '../domain/organisation.ts';

const claims = { emailClaim: z.string().default('email'), nameClaim: z.string().default('name') };

/** The region's own identity provider, which Cognito trusts. Its secret stays in Secrets Manager. */
const federation = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('oidc'),
    name: z.string().min(3).max(32),
    issuer: z.url({ protocol: /^https$/ }),
    clientId: z.string().min(1),
    /** Name of the secret in Secrets Manager that holds the client secret, as plain text. */
    clientSecretName: z.string().min(1),
    ...claims,
  }),
  z.object({
    kind: z.literal('saml'),
    name: z.string().min(3).max(32),
    metadataUrl: z.url({ protocol: /^https$/ }),
    ...claims,
  }),
]);
export type Federation = z.infer<typeof federation>;

const usEast1 = (service: string) =>
  z.string().regex(new RegExp(`^arn:aws:${service}:us-east-1:\\d{12}:.+$`));
/** The days that CloudWatch can keep logs, of those that make sense here. */
const logRetention = z.literal([7, 14, 30, 60, 90, 180, 365, 731]);

const stageSettings = z.strictObject({
  region: z
    .string()
    .regex(/^[a-z]{2}-[a-z]+-\d$/)
    .default('eu-north-1'),
  /** Set when the stage must not be deployed anywhere else by mistake. */
  account: z
    .string()
    .regex(/^\d{12}$/)
    .optional(),
  /** Where people find the site. Absent until the first deployment has told it. */
  siteUrl: z.url({ protocol: /^https$/ }).optional(),
  /** The site's own name; the certificate must be in us-east-1, where CloudFront looks for it. */
  domain: z.object({ name: z.hostname(), certificateArn: usEast1('acm') }).optional(),
  /** Web ACL that limits each client, made by the stack Besvarad-<stage>-Edge in us-east-1. */
  webAclArn: usEast1('wafv2').optional(),
  alarmEmail: z.email(),
  logRetentionDays: logRetention.default(90),
  /** New accounts may run ten functions at once and cannot set any aside; turn off until the quota is raised. */
  reserveConcurrency: z.boolean().default(true),
  federation: federation.optional(),
});

/** Everything the stacks are told from outside. */
export type Settings = z.infer<typeof stageSettings> & {
  readonly stage: string;
  readonly organisation: Organisation;
};

const stageName = z.string().regex(/^[a-z][a-z0-9]{1,11}$/, 'a stage is a short lower-case word');

/**
 * Reads stage and organisation from the CDK context (`-c stage=… -c organisation=…`).
 * @throws Error with every fault when something is missing or malformed
 */
export const readSettings = (node: Node): Settings => {
  const stage = parse('-c stage', stageName, node.tryGetContext('stage'));
  const stages = parse('stages', z.record(z.string(), z.unknown()), node.tryGetContext('stages'));
  const known = Object.keys(stages).join(', ');
  if (!(stage in stages)) throw new Error(`cdk.json knows no stage "${stage}"; it knows ${known}`);
  const file = parse('-c organisation', z.string(), node.tryGetContext('organisation'));
  const settings = parse(`stages.${stage}`, stageSettings, stages[stage]);
  const found = parse(file, organisation, JSON.parse(readFileSync(file, 'utf8')));
  const publicUrl = settings.siteUrl ?? found.publicUrl;
  return { ...settings, stage, organisation: { ...found, publicUrl } };
};

const parse = <S extends z.ZodType>(what: string, schema: S, given: unknown): z.output<S> => {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new Error(`${what}: ${z.prettifyError(parsed.error)}`);
};
