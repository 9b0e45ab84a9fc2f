import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { type FunctionName, functions } from '../../../lambdas/manifest.ts';
import { build } from '../../../lib/build.ts';
import type { Bundler } from '../../../lib/functions.ts';
import { type Lookup, resolveIntrinsics } from './intrinsics.ts';

export interface Resource {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
  readonly DependsOn?: readonly string[];
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
  readonly Metadata?: Readonly<Record<string, unknown>>;
}

/** A bundle of nothing, for tests of the template only: bundling is the slow half of a synthesis. */
const stub: Bundler = (outdir) =>
  Object.fromEntries(
    functions.map(({ name }) => {
      mkdirSync(join(outdir, name), { recursive: true });
      writeFileSync(join(outdir, name, 'index.mjs'), `export const handler = '${name}';`);
      return [name, join(outdir, name)];
    }),
  );

/** Synthesizes a stage, as `cdk synth` would, into a folder of its own. */
export const synthesize = (
  options: { stage?: string; stages?: unknown; bundle?: Bundler; isChecked?: boolean } = {},
) => {
  const { context } = JSON.parse(readFileSync('cdk.json', 'utf8'));
  const outdir = mkdtempSync(join(tmpdir(), 'besvarad-synth-'));
  const stage = options.stage ?? 'test';
  const stages = options.stages ?? context.stages;
  const app = new App({
    outdir,
    context: { ...context, stage, stages, 'aws:cdk:enable-path-metadata': true },
  });
  const { main, edge } = build(app, {
    bundle: options.bundle ?? stub,
    isChecked: options.isChecked ?? false,
  });
  const assembly = app.synth();
  const { template } = assembly.getStackByName(main.stackName);
  const resources: Readonly<Record<string, Resource>> = template.Resources;
  const ofType = (type: string) => Object.entries(resources).filter(([, resource]) => resource.Type === type);
  const pathOf = (id: string) => String(resources[id]?.Metadata?.['aws:cdk:path'] ?? '');
  const functionIds = new Map<string, FunctionName>(
    functions.map(({ name }) => {
      const found = ofType('AWS::Lambda::Function').find(([id]) => pathOf(id).includes(`/${name}/Function/`));
      return [found?.[0] ?? `no function ${name}`, name];
    }),
  );
  return {
    outdir,
    template,
    resources,
    ofType,
    pathOf,
    functionIds,
    assertions: Template.fromStack(main),
    edge: Template.fromStack(edge),
    /** The folder that Lambda would unpack. */
    assetOf: (name: FunctionName) => {
      const id = [...functionIds].find(([, each]) => each === name)?.[0] ?? '';
      const code = resources[id]?.Properties.Code as { S3Key: string };
      return resolve(outdir, `asset.${code.S3Key.replace('.zip', '')}`);
    },
    environmentOf: (name: FunctionName, lookup: Lookup) => {
      const id = [...functionIds].find(([, each]) => each === name)?.[0] ?? '';
      const { Variables } = (resources[id] as Resource).Properties.Environment as { Variables: object };
      return resolveIntrinsics(Variables, lookup) as Record<string, string>;
    },
    remove: () => rmSync(outdir, { recursive: true, force: true }),
  };
};
export type Synthesized = ReturnType<typeof synthesize>;
