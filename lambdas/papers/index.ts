import { paperTemplate } from '../../documents/papers/typst-template.ts';
import { makeTokenVerifier } from '../adapters/jose-token-verifier.ts';
import { makeTypstPress } from '../adapters/typst-press.ts';
import { readConnections, readFileConnection, readSignIn } from '../config.ts';
import { connect } from '../live.ts';
import { connectFiles } from '../live-files.ts';
import { makeHandler } from './handler.ts';

export const handler = makeHandler(
  {
    ...connect(readConnections(process.env)),
    files: connectFiles(readFileConnection(process.env)),
    press: makeTypstPress(paperTemplate),
  },
  makeTokenVerifier(readSignIn(process.env)),
);
