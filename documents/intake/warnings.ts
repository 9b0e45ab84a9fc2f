import type { PaperFields, Warning, WarningCode } from './reading.ts';

/** What a warning says to the person who is to confirm the reading. */
const sentences: Readonly<Record<WarningCode, string>> = {
  kind_unknown: 'Det går inte att se vad det är för slags handling. Välj själv.',
  several_motions: 'Texten nämner flera motioner. Kontrollera att den inte är en lista.',
  title_missing: 'Ingen rubrik hittades. Skriv vad handlingen gäller.',
  clause_missing: 'Inga att-satser hittades i texten. Kontrollera mot motionen.',
  signatory_missing:
    'Ingen undertecknare hittades. Ett parti kan inte väcka motion: det ska vara en eller flera ledamöter.',
  party_missing: 'En undertecknare står utan parti.',
  more_signatories: 'Texten säger "med flera": det finns undertecknare som inte är namngivna.',
  date_missing: 'Handlingen har inget datum.',
  date_odd: 'Ett datum i texten stämmer inte med handlingens eget.',
  number_missing: 'Inget diarienummer hittades.',
  reference_is_words: 'Under Beteckning står ord och inget diarienummer.',
  outcome_missing: 'Det går inte att se vad som föreslås eller har beslutats om motionen.',
  referred_back: 'Ärendet är återremitterat eller föreslås bli det.',
  review_missing: 'Överenskommelsen gäller tills vidare och har ingen dag för översyn.',
  template_text: 'Mallens hjälptext står kvar där mottagarna ska stå.',
  name_spelt_differently: 'Vad som kan vara samma person är stavat på två sätt.',
  text_damaged: 'Texten är skadad av inläsningen: å, ä och ö saknas. Jämför med originalet.',
  repaired: 'Stavningen är ett förslag, rättat efter skadad inläsning. Jämför med originalet.',
};

/** A warning, with what it is about after its sentence. */
export const warn = (code: WarningCode, detail?: string): Warning => ({
  code,
  message: detail === undefined ? sentences[code] : `${sentences[code]} ${detail}`,
});

type Read = Omit<PaperFields, 'warnings' | 'evidence'>;

/** What is missing, by what a paper of the kind should have (domain.md §1.3, §4.1, §8). */
export const missingFrom = (fields: Read): Warning[] => {
  const { kind, title, clauses, signatories, date, registrationNumber, outcome } = fields;
  const isMotionOrAnswer = kind === 'motion' || kind === 'answer';
  const missing: readonly (readonly [WarningCode, boolean])[] = [
    ['kind_unknown', kind === 'unknown'],
    ['title_missing', title === null],
    ['clause_missing', isMotionOrAnswer && clauses.length === 0],
    ['signatory_missing', isMotionOrAnswer && signatories.length === 0],
    ['party_missing', isMotionOrAnswer && signatories.some(({ party }) => party === '')],
    ['date_missing', date === null],
    ['number_missing', kind !== 'motion' && registrationNumber === null],
    ['outcome_missing', kind === 'answer' && outcome === null],
  ];
  return missing.flatMap(([code, isMissing]) => (isMissing ? [warn(code)] : []));
};
