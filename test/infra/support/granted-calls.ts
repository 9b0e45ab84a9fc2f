import type { FunctionName } from '../../../lambdas/manifest.ts';
import type { Synthesized } from './synthesize.ts';

interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: {
    readonly 'ForAllValues:StringLike'?: { readonly 'dynamodb:LeadingKeys': readonly string[] };
    readonly Null?: Readonly<Record<string, string>>;
    readonly StringEquals?: Readonly<Record<string, unknown>>;
  };
}

/** The statements of a function's role, as they are deployed. */
export const statementsOf = ({ ofType, pathOf }: Synthesized, name: FunctionName): readonly Statement[] =>
  ofType('AWS::IAM::Policy')
    .filter(([id]) => pathOf(id).includes(`/Functions/${name}/`))
    .flatMap(([, { Properties }]) => (Properties.PolicyDocument as { Statement: Statement[] }).Statement);

const list = <T>(given: T | readonly T[]): readonly T[] => (Array.isArray(given) ? given : [given as T]);
const isAbout = (service: string) => (action: string) => action.startsWith(`${service}:`);

/** What a role may ask of record, files, workflow and mail, in the words of `nameOf` (recorded-calls.ts). */
export const grantedCalls = (stack: Synthesized, name: FunctionName): ReadonlySet<string> =>
  new Set(
    statementsOf(stack, name).flatMap((statement) => {
      const actions = list(statement.Action);
      const others = actions.filter((action) => ['states', 'ses'].some((each) => isAbout(each)(action)));
      const onRecord = actions.filter(isAbout('dynamodb'));
      const keys = statement.Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'];
      const places = keys?.map((key) => key.replace(/\*$/, '')) ?? indexesIn(statement.Resource);
      const onFiles = actions
        .filter(isAbout('s3'))
        .flatMap((action) =>
          action === 's3:ListBucket'
            ? [action]
            : list(statement.Resource).map((each) => `${action} ${prefixIn(each)}`),
        );
      return [
        ...others,
        ...onFiles,
        ...onRecord.flatMap((action) => places.map((place) => `${action} ${place}`)),
      ];
    }),
  );

/** A statement without keys must name its indexes one by one; what names neither may everything. */
const indexesIn = (resource: unknown): readonly string[] =>
  list(resource).map((each) => /\/index\/(\w+)/.exec(JSON.stringify(each))?.[1] ?? 'EVERYTHING');

/** Files are granted by the beginning of their key: `<bucket>/papers/*`. */
const prefixIn = (resource: unknown): string =>
  /"\/([\w-]+\/)\*"/.exec(JSON.stringify(resource))?.[1] ?? 'EVERYTHING';
