import { z } from 'zod';
import { organisation } from '../domain/organisation.ts';
import type { Connections } from './live.ts';
import type { FileConnection } from './live-files.ts';

const json = z.string().transform((text, context) => {
  try {
    const parsed: unknown = JSON.parse(text);
    return parsed;
  } catch {
    context.addIssue({ code: 'custom', message: 'not JSON' });
    return z.NEVER;
  }
});

const environment = z.object({
  AWS_REGION: z.string().min(1),
  TABLE_NAME: z.string().min(1),
  ORGANISATION: json.pipe(organisation),
  /** Absent for the public site, which starts nothing. */
  STATE_MACHINE_ARN: z.string().default(''),
  MAIL_CONFIGURATION_SET: z.string().optional(),
  /** This function's share of the organisation's sending rate. */
  MAIL_PER_SECOND: z.coerce.number().positive().optional(),
});

const files = z.object({ AWS_REGION: z.string().min(1), FILES_BUCKET: z.string().min(1) });

const signIn = z.object({
  OIDC_ISSUER: z.url(),
  OIDC_JWKS_URI: z.url(),
  OIDC_AUDIENCE: z.string().min(1),
  OIDC_CLIENT_ID: z.string().min(1),
});

const parse = <S extends z.ZodType>(schema: S, env: NodeJS.ProcessEnv): z.output<S> => {
  const parsed = schema.safeParse(env);
  if (parsed.success) return parsed.data;
  throw new Error(`configuration: ${z.prettifyError(parsed.error)}`);
};

/**
 * Reads the environment of a function, once per cold start.
 * @throws Error that lists every fault
 */
export const readConnections = (env: NodeJS.ProcessEnv): Connections => {
  const read = parse(environment, env);
  const reach = { region: read.AWS_REGION };
  return {
    organisation: read.ORGANISATION,
    tableName: read.TABLE_NAME,
    stateMachineArn: read.STATE_MACHINE_ARN,
    ...(read.MAIL_CONFIGURATION_SET === undefined
      ? {}
      : { configurationSetName: read.MAIL_CONFIGURATION_SET }),
    ...(read.MAIL_PER_SECOND === undefined ? {} : { lettersPerSecond: read.MAIL_PER_SECOND }),
    dynamoDb: reach,
    stepFunctions: reach,
    ses: reach,
  };
};

/** Reads where the files are; only functions that have to do with files are told. */
export const readFileConnection = (env: NodeJS.ProcessEnv): FileConnection => {
  const read = parse(files, env);
  return { bucket: read.FILES_BUCKET, s3: { region: read.AWS_REGION } };
};

/** Reads where people sign in, and where the office's tokens come from. */
export const readSignIn = (env: NodeJS.ProcessEnv) => {
  const read = parse(signIn, env);
  return {
    issuer: read.OIDC_ISSUER,
    jwksUri: read.OIDC_JWKS_URI,
    audience: read.OIDC_AUDIENCE,
    clientId: read.OIDC_CLIENT_ID,
  };
};
