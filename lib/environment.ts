import type { FunctionName } from '../lambdas/manifest.ts';
import { grants } from './grants.ts';
import type { Mail } from './mail.ts';
import type { TheRecord } from './record.ts';
import { reserved } from './reserved.ts';
import type { Settings } from './settings.ts';
import type { SignIn } from './sign-in.ts';

export interface EnvironmentSources {
  readonly settings: Settings;
  readonly record: TheRecord;
  readonly mail: Mail;
  readonly signIn: SignIn;
  readonly stateMachineArn: string;
}

/** Half of the rate is for `tick`, which works off what is owed; the copies of `send-letters` share the other half. */
const shareOf = (name: FunctionName, perSecond: number): number => perSecond / 2 / (reserved[name] ?? 1);

/** What a function is told, as lambdas/config.ts reads it: names and addresses, no secret, and no more than it needs. */
export const environmentOf =
  ({ settings, record, mail, signIn, stateMachineArn }: EnvironmentSources) =>
  (name: FunctionName): Record<string, string> => {
    const { workflow, sendsLetters, files } = grants[name];
    return {
      TABLE_NAME: record.table.tableName,
      ORGANISATION: JSON.stringify(settings.organisation),
      ...(workflow === undefined ? {} : { STATE_MACHINE_ARN: stateMachineArn }),
      ...(sendsLetters === true
        ? {
            MAIL_CONFIGURATION_SET: mail.configurationSet.configurationSetName,
            MAIL_PER_SECOND: String(shareOf(name, settings.organisation.mail.perSecond)),
          }
        : {}),
      ...(files === undefined ? {} : { FILES_BUCKET: record.papers.bucketName }),
      ...(name === 'office' || name === 'papers'
        ? {
            OIDC_ISSUER: signIn.issuer,
            OIDC_JWKS_URI: `${signIn.issuer}/.well-known/jwks.json`,
            OIDC_AUDIENCE: signIn.client.userPoolClientId,
            OIDC_CLIENT_ID: signIn.client.userPoolClientId,
          }
        : {}),
    };
  };
