import { type App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { BesvaradStack } from './besvarad-stack.ts';
import { bundleFunctions } from './bundle.ts';
import { EdgeStack } from './edge-stack.ts';
import type { Bundler } from './functions.ts';
import { readSettings } from './settings.ts';

/** Every stack of one stage of one organisation, checked against AWS's own advice (tests look at that once). */
export const build = (
  app: App,
  { bundle = bundleFunctions, isChecked = true }: { bundle?: Bundler; isChecked?: boolean } = {},
): { main: BesvaradStack; edge: EdgeStack } => {
  const settings = readSettings(app.node);
  const name = `Besvarad-${settings.stage}`;
  const env = (region: string) => ({
    env: { region, ...(settings.account === undefined ? {} : { account: settings.account }) },
  });
  const edge = new EdgeStack(app, `${name}-Edge`, { ...env('us-east-1'), settings });
  const main = new BesvaradStack(app, name, { ...env(settings.region), settings, bundle });
  if (isChecked) Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return { main, edge };
};
