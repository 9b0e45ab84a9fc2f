/** What a function may do with the world; `lib` turns it into a role, a test proves it is enough and no more. */
export type Privilege =
  | 'office'
  | 'papers'
  | 'public'
  | 'workflow'
  | 'letters'
  | 'tick'
  | 'mail-events'
  | 'following'
  | 'reading';

/** A package by name, and of its files those that are needed; all of them when not said. */
export interface CarriedPackage {
  readonly name: string;
  readonly files?: readonly string[];
}

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
  /** Packages that lie beside its bundle as they are, since they hold native code, WASM or data. */
  readonly carries?: readonly CarriedPackage[];
  /** A module that runs in a thread of its own, bundled beside the entry as `worker.mjs`. */
  readonly worker?: string;
  /** Files whose arrival it is called for: those whose keys begin and end so. */
  readonly reads?: { readonly prefix: string; readonly suffix: string };
  /** Where it runs; arm64 unless what it carries runs elsewhere only. */
  readonly architecture?: 'x86_64';
}

/** What sets papers as PDF: Typst, a native module for one sort of machine, and its typeface. */
const typst = [
  { name: '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu' },
  {
    name: '@expo-google-fonts/source-sans-3',
    files: [
      'package.json',
      'LICENSE_FONT',
      '400Regular/SourceSans3_400Regular.ttf',
      '600SemiBold/SourceSans3_600SemiBold.ttf',
    ],
  },
] as const;

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
    name: 'papers',
    entry: 'lambdas/papers/index.ts',
    privilege: 'papers',
    timeoutSeconds: 25,
    memoryMb: 1769,
    // Without a greedy part, so that they come before those of the office whatever API Gateway thinks.
    routes: [
      '/api/cases/{id}/papers/{paper}',
      '/api/meetings/{id}/papers/{paper}',
      '/api/minutes/{id}/papers/{paper}',
      '/api/reports/papers/{paper}',
      '/kontor/papper/{subject}/{id}/{paper}',
      '/kontor/papper/{subject}/{paper}',
    ],
    carries: typst,
    architecture: 'x86_64',
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
    name: 'following',
    entry: 'lambdas/following/index.ts',
    privilege: 'following',
    timeoutSeconds: 10,
    memoryMb: 512,
    routes: ['/prenumerera', '/prenumerera/{proxy+}'],
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
    // The extract that goes with the letter of certified minutes is a PDF.
    carries: typst,
    architecture: 'x86_64',
  },
  {
    name: 'mail-events',
    entry: 'lambdas/mail-events/index.ts',
    privilege: 'mail-events',
    timeoutSeconds: 30,
    memoryMb: 512,
  },
  {
    name: 'read-document',
    entry: 'lambdas/read-document/index.ts',
    privilege: 'reading',
    // The longest that Lambda gives; a scan of forty pages takes half of it.
    timeoutSeconds: 900,
    memoryMb: 3008,
    worker: 'documents/reading/worker.ts',
    reads: { prefix: 'intake/', suffix: '/original' },
    carries: [
      { name: 'tesseract.js' },
      { name: 'tesseract.js-core' },
      { name: '@tesseract.js-data/swe', files: ['package.json', '4.0.0_best_int'] },
      { name: 'wasm-feature-detect' },
      { name: 'bmp-js' },
      { name: 'is-url' },
      { name: 'zlibjs' },
      { name: 'regenerator-runtime' },
      { name: '@hyzyla/pdfium' },
      { name: 'dictionary-sv' },
    ],
  },
] as const satisfies readonly FunctionSpec[];

export type FunctionName = (typeof functions)[number]['name'];

/** State machines by name, with the file that defines each. */
export const machines = { motion: 'state-machines/motion.asl.json' } as const;
export type MachineName = keyof typeof machines;
