/** Why a file is not read: a sentence that says what is wrong and what to do. `docs/errors.md` lists them; a test ties. */
export const fileRefusals = {
  file_too_large: 'Filen är större än 100 MB. Dela upp den, eller skanna med lägre upplösning.',
  file_empty: 'Filen är tom. Kontrollera att rätt fil är vald.',
  file_type_unknown:
    'Filen är av ett slag som inte kan läsas. Spara den som PDF, Word (.docx), text, PNG eller JPEG.',
  file_type_differs: 'Filens innehåll stämmer inte med dess namn. Spara den på nytt under rätt filtyp.',
  file_encrypted: 'Filen är skyddad med lösenord. Ta bort lösenordet och försök igen.',
  file_damaged: 'Filen är skadad eller avkortad. Be avsändaren om den på nytt.',
  file_not_text: 'Filen innehåller tecken som inte hör hemma i en text. Kontrollera att det är en textfil.',
  file_unpacks_too_large: 'Filen packar upp till mer än vad en handling kan vara, och öppnas inte.',
  too_many_pages: 'Filen har fler än 500 sidor. Dela upp den.',
  too_many_scanned_pages: 'Fler än 40 sidor är bilder som måste tolkas. Dela upp filen.',
  image_too_large: 'Bilden har fler än 40 miljoner bildpunkter. Skanna med lägre upplösning.',
  text_too_long: 'Texten är längre än två miljoner tecken. Dela upp filen.',
  reading_took_too_long:
    'Det tog för lång tid att läsa filen. Dela upp den, eller skriv in uppgifterna för hand.',
  reading_took_too_much_memory:
    'Filen kräver för mycket minne. Dela upp den, eller skriv in uppgifterna för hand.',
  reading_stopped: 'Läsningen avbröts.',
} as const;
export type FileRefusalCode = keyof typeof fileRefusals;

/** A file that was not read, and why. */
export interface FileRefused {
  readonly refused: FileRefusalCode;
}

export const refuseFile = (refused: FileRefusalCode): FileRefused => ({ refused });

export const isRefused = (value: object): value is FileRefused => 'refused' in value;
