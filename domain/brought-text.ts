import type { DeliberationTexts } from './deliberation.ts';
import type { AnswerText, MotionText } from './documents.ts';

/** The texts of how a matter was dealt with; a referral back has its reason among them. */
export type DealtWithTexts = DeliberationTexts & { readonly reason?: string | undefined };

/** A text that a command brings, before it has an id, a salt and a hash. */
export type BroughtText =
  | { readonly kind: 'motion'; readonly content: MotionText }
  | { readonly kind: 'answer'; readonly content: AnswerText }
  | { readonly kind: 'deliberation'; readonly content: DealtWithTexts }
  | {
      readonly kind: 'reason' | 'comment' | 'note' | 'question' | 'statement' | 'report';
      readonly content: string;
    };

/** Why a motion came back from the registrar, the board or the council. */
export const reasonIn = (text: BroughtText | undefined): string | undefined => {
  if (text?.kind === 'reason') return text.content;
  return text?.kind === 'deliberation' ? text.content.reason : undefined;
};
