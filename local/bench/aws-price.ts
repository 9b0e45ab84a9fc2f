import { readFileSync } from 'node:fs';
import { z } from 'zod';

const price = z.object({ usd: z.number().nonnegative(), margin: z.boolean(), source: z.string().min(1) });
const names = [
  'stepFunctionsPerThousandTransitions',
  'lambdaPerMillionRequests',
  'lambdaArmPerGbSecond',
  'dynamoDbPerMillionWriteUnits',
  'dynamoDbPerMillionReadUnits',
  'dynamoDbPerGbMonthWithBackup',
  'sesPerThousandLetters',
  'httpApiPerMillionRequests',
  'logsPerGb',
  'tracesPerMillion',
] as const;

/** `config/aws-prices.json`: dated list prices, each with its source. */
export const priceList = z.object({
  region: z.string(),
  currency: z.literal('USD'),
  checkedOn: z.iso.date(),
  margin: z.number().min(1),
  note: z.string(),
  prices: z.record(z.enum(names), price),
});
export type PriceList = z.infer<typeof priceList>;

export const readPriceList = (file = 'config/aws-prices.json'): PriceList =>
  priceList.parse(JSON.parse(readFileSync(file, 'utf8')));

/** What a motion's whole life uses. */
export interface Usage {
  readonly transitions: number;
  readonly invocations: number;
  readonly gbSeconds: number;
  readonly writeUnits: number;
  readonly readUnits: number;
  readonly storedBytes: number;
  readonly storedMonths: number;
  readonly letters: number;
  readonly httpRequests: number;
  readonly logBytes: number;
  readonly traces: number;
}

/** What that costs, by service, and in all. */
export const costOf = (usage: Usage, { prices, margin }: PriceList) => {
  const cost = (name: (typeof names)[number], amount: number) => {
    const { usd, margin: hasMargin } = prices[name];
    return usd * (hasMargin ? margin : 1) * amount;
  };
  const bill = {
    stepFunctions: cost('stepFunctionsPerThousandTransitions', usage.transitions / 1e3),
    lambda:
      cost('lambdaPerMillionRequests', usage.invocations / 1e6) +
      cost('lambdaArmPerGbSecond', usage.gbSeconds),
    dynamoDbWrites: cost('dynamoDbPerMillionWriteUnits', usage.writeUnits / 1e6),
    dynamoDbReads: cost('dynamoDbPerMillionReadUnits', usage.readUnits / 1e6),
    storage: cost('dynamoDbPerGbMonthWithBackup', (usage.storedBytes / 1e9) * usage.storedMonths),
    ses: cost('sesPerThousandLetters', usage.letters / 1e3),
    httpApi: cost('httpApiPerMillionRequests', usage.httpRequests / 1e6),
    logs: cost('logsPerGb', usage.logBytes / 1e9),
    traces: cost('tracesPerMillion', usage.traces / 1e6),
  };
  return { bill, total: Object.values(bill).reduce((sum, each) => sum + each, 0) };
};
