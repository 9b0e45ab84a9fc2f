import { makeTokenVerifier } from '../adapters/jose-token-verifier.ts';
import { readConnections, readSignIn } from '../config.ts';
import { connect } from '../live.ts';
import { makeHandler } from './handler.ts';

export const handler = makeHandler(
  connect(readConnections(process.env)),
  makeTokenVerifier(readSignIn(process.env)),
);
