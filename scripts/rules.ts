import { writeFileSync } from 'node:fs';
import { rulesDocument } from './rules-document.ts';

writeFileSync('docs/rules.md', rulesDocument());
