import type { ComposedLetter } from '../compose.ts';
import { renderHtml } from '../render-html.ts';
import { renderText } from '../render-text.ts';
import type { Sheet } from '../sheet.ts';
import { confirmationSheet } from './confirmation.ts';
import { digestSheet } from './digest.ts';
import type { ConfirmationFacts, DigestFacts, NewsFacts } from './facts.ts';
import { newsSheet } from './news.ts';

const drawn = (sheet: Sheet): ComposedLetter => ({
  subject: sheet.subject,
  text: renderText(sheet),
  html: renderHtml(sheet),
});

/** Letters apart from a case: pure, as those of cases are. */
export const composeConfirmation = (facts: ConfirmationFacts): ComposedLetter =>
  drawn(confirmationSheet(facts));
export const composeNews = (facts: NewsFacts): ComposedLetter => drawn(newsSheet(facts));
export const composeDigest = (facts: DigestFacts): ComposedLetter => drawn(digestSheet(facts));
