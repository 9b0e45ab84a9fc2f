import { paperTemplate } from '../../documents/papers/typst-template.ts';
import { makeTypstPress } from '../adapters/typst-press.ts';
import { makeExtracts } from '../casework/extract-attachment.ts';
import { readConnections } from '../config.ts';
import { connect } from '../live.ts';
import { makeHandler } from './handler.ts';

const live = connect(readConnections(process.env));

export const handler = makeHandler({
  ...live,
  extractOf: makeExtracts({ ...live, press: makeTypstPress(paperTemplate) }),
});
