import { App } from 'aws-cdk-lib';
import { build } from './build.ts';

const app = new App();
build(app);
app.synth();
