/** Texts of our own on other subjects than the seeds', to be spoiled and mended: what the repair was not made on. */
export const heldOutTexts: readonly { readonly name: string; readonly text: string }[] = [
  {
    name: 'ambulanshelikopter',
    text: `Motion om ambulanshelikopter i norra länsdelen

Det tar i dag nästan två timmar att köra från fjällbyarna till närmaste akutmottagning. När snön ligger djup går det
inte alls. Räddningstjänsten har gjort vad den kan, men en brandman är ingen narkossköterska. Förra vintern fick en äldre
man med hjärtinfarkt vänta i fyra timmar på en ambulans som stod stilla bakom en plogbil, och en gravid kvinna födde sitt
barn på en rastplats längs riksvägen.

En helikopter med två piloter och ett läkarbemannat lag skulle kunna nå hela länet på trettiofem minuter. Grannregionerna
i väster har redan erfarenhet av hur en sådan verksamhet byggs upp, vad den kostar och hur besättningarna övar. Vi
tycker att det är dags att räkna på det tillsammans. Pengarna finns: de som i år läggs på inhyrda bilar räcker långt.
Flygplatsen har lediga hangarer, bränsle och belysning, och väderstationen på berget mäter redan vind och dimma.

Vi föreslår därför att regionen låter utreda en gemensam ambulanshelikopter, att frågan tas upp med de fackliga
organisationerna, och att en tidplan läggs fram före sommaren.`,
  },
  {
    name: 'musikskola',
    text: `Svar på motion om kulturskola för alla

Motionärerna pekar på att köerna till stråkinstrumenten har blivit längre, att slöjdsalarna står tomma på kvällarna
och att många föräldrar inte har råd med avgiften. Kulturförvaltningen delar i stora drag bilden. Under fjolåret tog
kulturskolan emot sexhundra nya elever, varav två tredjedelar var flickor. Störst är efterfrågan på sång, gitarr och
dans, medan fagott, oboe och dragspel söker sina utövare.

Avgiften sänktes för tre år sedan. Därefter har antalet sökande ökat med en fjärdedel, särskilt i de yttre stadsdelarna,
där biblioteket lånar ut fioler på samma sätt som böcker. Lärarna vittnar om att barnen övar mer när de får ta med sig
instrumentet hem. Försöket med öppen verkstad på lördagar lockade även ungdomar som aldrig tidigare hade hållit i en
pensel. Det är svårt att bedöma hur stor kostnaden blir om taket för platser tas bort helt, eftersom lokalerna i
åsen måste byggas om och brandskyddet ses över.

Mot den bakgrunden anser nämnden att motionens syfte redan är tillgodosett och att den därmed kan anses besvarad.`,
  },
  {
    name: 'bredband',
    text: `Bredband på landsbygden

Tjugo mil fiber har grävts ned sedan bygdelagen gick samman. Ändå saknar var femte gård uppkoppling. Mjölkbönderna
mäter korna med sändare i öronen, skogsägarna ritar sina kartor med drönare, och eleverna i byskolan gör läxorna på
nätet. Den som bor bortom sjön får nöja sig med en mast som faller ur så snart det åskar. Äldre som har trygghetslarm
kopplat till det gamla kopparnätet blir utan när trådarna rivs i höst.

Länsstyrelsens stöd tog slut i våras, och byalagen orkar inte bära lånen själva. En frivillig fond, där kommunerna, staten
och hushållen lägger lika delar, skulle göra det möjligt att dra ledningarna färdigt. Bolagen säger sig vara beredda att
hyra in sig. Vägföreningarna har lovat att låna ut grävmaskiner, och hembygdsföreningen bjuder på kaffe och våfflor.
Särskilt viktigt är att öarna inte glöms bort: färjeläget, skärgårdshandlaren och den lilla fiskehamnen behöver alla
en förbindelse som tål både is och blåst.`,
  },
];
