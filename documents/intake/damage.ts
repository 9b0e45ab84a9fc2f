/** Share of å, ä and ö among the letters of Swedish prose is about 5 %. Below this, the OCR knew no Swedish. */
const leastShare = 0.015;
const enoughLetters = 200;
const swedishWords = /\b(?:och|att|som|det|med|den|till|av|en|i|vi|har|ska)\b/giu;

/** Whether a text is Swedish that has lost its å, ä and ö, as in seeds 000 and 004. Short texts do not tell. */
export const isDamaged = (text: string): boolean => {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const own = text.match(/[åäöÅÄÖ]/gu)?.length ?? 0;
  const words = text.match(/\p{L}+/gu)?.length ?? 0;
  const swedish = text.match(swedishWords)?.length ?? 0;
  return letters >= enoughLetters && own / letters < leastShare && swedish / words > 0.08;
};
