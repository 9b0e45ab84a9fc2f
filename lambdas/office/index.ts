import { makeTokenVerifier } from '../adapters/jose-token-verifier.ts';
import { makeIdentityProvider } from '../adapters/openid-identity-provider.ts';
import { readConnections, readFileConnection, readSignIn } from '../config.ts';
import { connect } from '../live.ts';
import { connectFiles } from '../live-files.ts';
import { makeHandler } from './handler.ts';

const signIn = readSignIn(process.env);
const identity = makeIdentityProvider({ issuer: signIn.issuer, clientId: signIn.clientId });

export const handler = makeHandler(
  {
    ...connect(readConnections(process.env)),
    identity,
    files: connectFiles(readFileConnection(process.env)),
  },
  makeTokenVerifier(signIn),
);
