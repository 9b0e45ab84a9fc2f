/**
 * What Swedish is mostly made of, in three tiers: the words of any text, those of most, and those of the papers of
 * regions and municipalities. A word list says that both `for` and `för` are words; this says which is written. It is
 * not taken from the seeds; that it is small is what `npm run bench -- intake` measures.
 */
const anyText = `och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan man
när år eller vid alla efter ut upp in också nu där då vad sin mot ska skulle hade mer hur finns under över detta dessa
denna bara sedan kommer få får blir bli varit vara många även`;

const mostTexts = `andra annan annat allt all två tre fyra fem sex sju åtta nio tio första tredje mycket mellan genom
hela hos utan inom redan ännu här hit dit åt än hon du ni oss dem dig mig er era vår vårt våra deras dess hans hennes
sitt sina min mitt mina din ditt dina själv själva samma sådan sådana sådant varje var någon något några ingen inget inga
båda både flera fler flest mest minst mindre större störst bättre bäst god gott goda bra ny nytt nya gammal stor stort
stora liten litet små lång långt långa hög högt höga högre låg lågt låga lägre svår svårt svåra lätt rätt fel olika
lika viktig viktigt viktiga möjlig möjligt möjliga möjlighet möjligheter behov behöver behövs behövde måste bör borde vill
ville kunde kunna ge ger gav gett ges gå går gick gått gör gjort göra görs gjorde gjordes ta tar tog tagit tas tagits se
ser såg sett ses sätt sätter sätta satt sitter sitta ligger ligga lägger lägga lagt stå står stod stöd stöda komma kom
kommit kommande hålla håller hållit höll håll säga säger sade sagt tror tycker veta vet visa visar visat leva lever liv
livet arbeta arbetar arbetat arbete arbetet arbeten börja börjar började öka ökar ökat ökad minska minskar använda
använder används använt använts bidra bidrar skapa skapar skapas skapat ställa ställer ställs ställas ställt utgör utgöra
utgå utgår utgångspunkt innebär innebära gäller gälla gällande följa följer följs följt föra fört för förs framför
framföra framförs fram framåt före förut både därför därefter därmed därmed härmed däremot således samt dock alltså
eftersom medan innan kring mån längre länge sen senast tidigare idag igen ibland ofta alltid aldrig nästan ungefär
cirka dag dagar dagen dagens vår våren sommar sommaren höst hösten vinter vintern morgon natten vecka veckor månad månader året åren årets tid tiden gång gånger del delar delen stället ställe
plats platsen land landet stad staden människa människor människors man män mäns kvinna kvinnor kvinnors barn barnen barns
flickor pojkar unga ung äldre äldres vuxna vuxen person personer personen namn far mor familj familjer hem hemma hus
vatten väg vägar vägen bil bilar buss bussar tåg skola skolan skolor elev elever lärare språk bok böcker dator pengar
pris kostnad kostnader kostar kronor procent antal hälften fråga frågor frågan svar svara problem orsak grund grunden
exempel fall form sida sidor rad råd tal mål målen målet plan planer planera mening tanke ord häl hel helt slut sluta
början ända låta låter låt lät nå når nått ska ens just helst kanske åtminstone såväl såsom ju väl nog snart sällan
framtid framtiden samhälle samhället samhällets värld världen natur miljö miljön luft träd djur hälsa hälsan sjuk sjuka
ha haft vore tack är vår var räcka räcker krav kräver krävs kraft kraften hjälp hjälpa hjälpte hör höra hörs räkna
känna känner känd kända söka söker sökt tänka tänker mäta möta möter möts möte mötet mötena köpa köper köpt sälja
släppa växa växer väntar vänta fått fått fick låg låna lån lära lär lärt läsa läser läst skäl skälet kväll natt tvärs
tvärtom äga äger ägare ägs rör röra rörande båt öppen öppet öppna öppnas hårt hård hårda halv halva art ar an lan`;

const papers = `region regionen regionens regioner regionerna län länet länets länen landsting landstinget kommun kommunen
kommunens kommuner kommunerna kommunernas fullmäktige regionfullmäktige kommunfullmäktige landstingsfullmäktige styrelse
styrelsen regionstyrelsen kommunstyrelsen nämnd nämnden nämnder utskott utskottet ledamot ledamöter ordförande motion
motionen motionens motioner motionären motionärerna förslag förslaget förslagen föreslår föreslå föreslås föreslagit
föreslagna yrkar yrkande besluta beslutar beslut beslutet beslutade beslutat anses besvarad besvarade avslag avslå avslår
avslås bifall bifalla bifalls undertecknad undertecknade handläggare tjänsteställe datum beteckning diarienummer ärende
ärendet ärenden åtgärd åtgärder åtgärderna uppdrag uppdraget uppdrar utreda utredning utreds utveckla utvecklar
utvecklas utvecklat utvecklats utveckling utvecklingen genomföra genomför genomförs genomförts genomfört
genomförande genomförandet genomförande verksamhet verksamheten verksamheter verksamheterna verksamheternas förvaltning
förvaltningen förvaltningar förvaltningarna område området områden områdena vård vården vårdens sjukvård sjukvården
sjukvårdens tandvård tandvården tandvårdens hälso socialtjänst socialtjänsten socialtjänstens omsorg omsorgen patient
patienter patienten personal personalen medarbetare stöd stödet stödja stödjer stödjande stötta våld våldet våldets
våldsutsatta våldsutövare våldsutsatthet utsatt utsatta utsätts utsatts utsätta utsätter närstående nära relation
relationer samverkan samverka samordna samordnad samordnas samordnade samarbete insats insatser insatserna riktlinjer
rutin rutiner rutinen utbildning utbildningar utbildningen kompetens metoder erbjuda erbjuder erbjuds erbjudas
erbjudits tillgång tillgänglig tillgängligt tillgängliga tillgänglighet säkerställa säker säkert säkra trygg trygga
trygghet ansvar ansvaret ansvarar föreskrift föreskrifter lag lagen lagar regeringen regering myndighet myndigheter
länsstyrelsen länsstyrelsens socialstyrelsen socialstyrelsens nationell nationella nationellt regional regionala lokal
lokala gemensam gemensamma gemensamt övergripande överenskommelse överenskommelsen övrigt övriga fördela fördelas
fördelat fördelats förebygga förebyggande förhindra förstärka förbättra förbättras förutsättning förutsättningar förändring
förtroendevalda förtroendevald jämställdhet jämlikhet jämställd jämlik hållbar hållbart hållbara klimat kollektivtrafik
kollektivtrafiken landsbygd landsbygden invånare invånarna medborgare budget medel kvalitet uppföljning följa upp
redovisa redovisas redovisar rapport årlig årligen årligt mandatperiod mandatperioden partiet socialdemokraterna
moderaterna sverigedemokraterna centerpartiet vänsterpartiet kristdemokraterna liberalerna miljöpartiet upprätta
upprättas inrätta inrättas införa införs införas tillsätta tillsätts utöka utökas se över översyn dialog syfte
syftet syftar kunskap kunskaper kunskapen forskning vårdcentral vårdcentraler sjukhus sjukhuset sjukhusen läkare
sjuksköterskor psykisk psykiska psykiskt fysisk ohälsa hälsa arbetsmiljö arbetsgivare anställda anställd skyddade
skyddat skydd upptäcka upptäckt fånga agera brist brister bristen risk risker riskerar örebro gävleborg jämtland
härjedalen västmanland östergötland jönköping värmland södermanland skåne västra götaland göteborg malmö stockholm
norrköping linköping västerås gävle falun åre östersund sverige svenska svensk europa närvaro
pågår pågående framgår framtagna årsmöte enhet enheten enheter chef chefer ledning ledningen`;

const tier = (words: string, cost: number) => words.split(/\s+/u).map((word) => [word, cost] as const);

/** How unlikely a common word is, as the negative logarithm of its share of a text. */
export const commonWords: ReadonlyMap<string, number> = new Map([
  ...tier(papers, 9),
  ...tier(mostTexts, 8),
  ...tier(anyText, 5),
]);

/**
 * Words that are read in one way after some and in another after others. Where both are common, what stands before
 * tells: `vara` after a verb, `våra` after a preposition.
 */
export const precededBy: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    våra: 'till av i för på med om från hos inom genom utifrån mot enligt samt all alla en',
    män: 'mot och av pojkar, många unga',
    mäns: 'mot och om för av',
    här: 'är finns det',
    år: 'många några flera två tre fyra fem sex tio per varje ett förra nästa senaste kommande samma följande',
    stöd: 'och till ge ger få får med av ett mer bra',
    svår: 'en är för mycket så',
    svårt: 'det är så',
    hall: 'en',
    lan: 'ett',
  }).map(([word, before]) => [word, new Set(before.split(' '))]),
);
