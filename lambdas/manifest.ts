/** What a function may do with the world; `lib` turns it into a role, a test proves it is enough and no more. */
export type Privilege = 'office' | 'public' | 'workflow' | 'letters' | 'tick' | 'mail-events';

/** One Lambda function, as data: read by `lib` (to deploy it) and by `local` (to run it). */
export interface FunctionSpec {
  readonly name: string;
  /** Entry module, relative to the repository's root. */
  readonly entry: string;
  readonly privilege: Privilege;
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  /** Placeholder in `state-machines/*.asl.json`, for workflow tasks. */
  readonly placeholder?: string;
  /** Paths of the HTTP API it answers. */
  readonly routes?: readonly string[];
}

export const functions = [
  {
    name: 'office',
    entry: 'lambdas/office/index.ts',
    privilege: 'office',
    timeoutSeconds: 20,
    memoryMb: 1024,
    routes: ['/api', '/api/{proxy+}', '/kontor', '/kontor/{proxy+}'],
  },
  {
    name: 'public-site',
    entry: 'lambdas/public-site/index.ts',
    privilege: 'public',
    timeoutSeconds: 10,
    memoryMb: 512,
    routes: ['/', '/{proxy+}'],
  },
  {
    name: 'read-case',
    entry: 'lambdas/read-case/index.ts',
    privilege: 'workflow',
    timeoutSeconds: 15,
    memoryMb: 512,
    placeholder: 'ReadCase',
  },
  {
    name: 'open-wait',
    entry: 'lambdas/open-wait/index.ts',
    privilege: 'workflow',
    timeoutSeconds: 15,
    memoryMb: 512,
    placeholder: 'OpenWait',
  },
  {
    name: 'send-letters',
    entry: 'lambdas/send-letters/index.ts',
    privilege: 'letters',
    timeoutSeconds: 120,
    memoryMb: 512,
    placeholder: 'SendLetters',
  },
  {
    name: 'hand-over',
    entry: 'lambdas/hand-over/index.ts',
    privilege: 'workflow',
    timeoutSeconds: 15,
    memoryMb: 512,
    placeholder: 'HandOver',
  },
  {
    name: 'record-failure',
    entry: 'lambdas/record-failure/index.ts',
    privilege: 'workflow',
    timeoutSeconds: 15,
    memoryMb: 512,
    placeholder: 'RecordFailure',
  },
  {
    name: 'tick',
    entry: 'lambdas/tick/index.ts',
    privilege: 'tick',
    timeoutSeconds: 240,
    memoryMb: 1024,
  },
  {
    name: 'mail-events',
    entry: 'lambdas/mail-events/index.ts',
    privilege: 'mail-events',
    timeoutSeconds: 30,
    memoryMb: 512,
  },
] as const satisfies readonly FunctionSpec[];

export type FunctionName = (typeof functions)[number]['name'];

/** State machines by name, with the file that defines each. */
export const machines = { motion: 'state-machines/motion.asl.json' } as const;
export type MachineName = keyof typeof machines;
