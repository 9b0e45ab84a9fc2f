import { readConnections } from '../config.ts';
import { connect } from '../live.ts';
import { makeHandler } from './handler.ts';

export const handler = makeHandler(connect(readConnections(process.env)));
