/** What a body of the elected cannot have done when it dealt with a matter: each with the paragraph that says so. */
export const deliberationRefusals = {
  claim_without_text: {
    rule: 'KL 5:67 p. 1',
    sentence:
      'Ett ändrings- eller tilläggsyrkande ska stå i protokollet med sin lydelse. Skriv vad som yrkades.',
  },
  claim_without_clause: {
    rule: 'KL 5:53; domain.md §6.2',
    sentence: 'Ange vilka att-satser yrkandet eller propositionen gäller.',
  },
  clause_not_in_matter: {
    rule: 'KL 5:52; domain.md §6.2',
    sentence: 'Ärendet har ingen sådan att-sats att besluta om. Ange en av dem som ska avgöras.',
  },
  deferral_in_part: {
    rule: 'KL 5:50; domain.md §3',
    sentence: 'Ett ärende bordläggs eller återremitteras i sin helhet. Ta bort att-satserna från yrkandet.',
  },
  new_matter_not_refused: {
    rule: 'KL 5:57',
    sentence:
      'Ordföranden ska vägra att lägga fram ett förslag som väcker ett nytt ärende. Anteckna att det inte lades fram.',
  },
  refused_without_finding: {
    rule: 'KL 5:57',
    sentence:
      'Ordföranden får vägra att lägga fram ett förslag bara om det väcker ett nytt ärende eller strider mot lag. Ange vilket.',
  },
  mover_not_present: {
    rule: 'KL 4:22, 5:39',
    sentence:
      'Den som yrkar ska vara närvarande och tjänstgöra, eller ha rätt att lägga fram förslag i fullmäktige. Rätta yrkandet eller närvaron.',
  },
  disqualified_took_part: {
    rule: 'KL 5:47, 6:28–30',
    sentence:
      'Den som är jävig får inte delta i handläggningen: inte leda, yrka, rösta eller reservera sig. Rätta det som står om den jäviga.',
  },
  matter_chair_absent: {
    rule: 'KL 5:43, 5:53',
    sentence: 'Den som ledde behandlingen är inte närvarande. Ange vem som var ordförande i ärendet.',
  },
  claim_unknown: {
    rule: 'KL 5:67 p. 1',
    sentence:
      'Propositionen gäller ett yrkande som inte är antecknat. Lägg till yrkandet eller rätta numret.',
  },
  withdrawn_claim_put: {
    rule: 'KL 5:67 p. 1',
    sentence: 'Ett yrkande som har tagits tillbaka läggs inte fram. Ta bort det ur propositionen.',
  },
  refused_claim_put: {
    rule: 'KL 5:57',
    sentence:
      'Ett yrkande som ordföranden har vägrat att lägga fram kan inte ha lagts fram. Ta bort det ur propositionen.',
  },
  claim_not_put: {
    rule: 'KL 5:53, 5:67 p. 2',
    sentence:
      'Ett yrkande som står kvar har inte lagts fram för alla sina att-satser. Lägg till det i propositionsordningen, eller anteckna att det togs tillbaka.',
  },
  claim_put_twice: {
    rule: 'KL 5:53',
    sentence: 'Samma yrkande är framlagt två gånger i samma fråga. Behåll den ena propositionen.',
  },
  claim_in_wrong_proposition: {
    rule: 'KL 5:53',
    sentence:
      'Frågan ska kunna besvaras med ja eller nej: lägg fram återremiss och bordläggning för sig, tillägg för sig och övriga yrkanden mot varandra.',
  },
  claim_not_about_clause: {
    rule: 'KL 5:53',
    sentence: 'Ett yrkande läggs fram bara för att-satser som det gäller. Dela propositionen efter att-sats.',
  },
  round_impossible: {
    rule: 'KL 5:53',
    sentence:
      'Varje omgång ställer två olika yrkanden som ännu står kvar mot varandra, eller ett ensamt mot nej. Rätta omgången.',
  },
  rounds_incomplete: {
    rule: 'KL 5:53',
    sentence:
      'Omgångarna leder inte till ett beslut: ställ yrkandena mot varandra tills ett står kvar, eller vart och ett mot nej.',
  },
  carried_not_put: {
    rule: 'KL 5:53',
    sentence: 'Det som vann omgången är inte ett av de förslag som ställdes. Rätta utfallet.',
  },
  secret_ballot: {
    rule: 'KL 5:54',
    sentence: 'Omröstning om en motion är alltid öppen. Anteckna hur var och en röstade.',
  },
  ballots_without_vote: {
    rule: 'KL 5:53',
    sentence: 'Vid acklamation räknas inga röster. Ta bort rösterna, eller ange att omröstning begärdes.',
  },
  vote_without_ballots: {
    rule: 'KL 5:67 p. 5',
    sentence: 'Protokollet ska visa hur ledamöterna röstade. Skriv var och ens röst.',
  },
  voted_twice: {
    rule: 'KL 4:24',
    sentence: 'Varje ledamot har en röst. Ta bort den dubbla rösten.',
  },
  voter_not_present: {
    rule: 'KL 4:22, 4:24',
    sentence: 'Bara den som är närvarande och tjänstgör har en röst. Rätta rösten eller närvaron.',
  },
  voter_missing: {
    rule: 'KL 5:67 p. 5',
    sentence: 'Varje närvarande ledamot ska stå med ja, nej eller avstår. Lägg till de röster som saknas.',
  },
  casting_vote_missing: {
    rule: 'KL 5:56',
    sentence: 'Rösterna är lika många. Skriv hur ordföranden avgjorde med sin utslagsröst.',
  },
  casting_vote_without_tie: {
    rule: 'KL 5:56',
    sentence: 'Ordföranden har utslagsröst bara vid lika röstetal. Ta bort utslagsrösten.',
  },
  chair_missing: {
    rule: 'KL 5:56',
    sentence: 'Utslagsrösten är ordförandens. Ange vem som var ordförande i ärendet.',
  },
  chair_must_vote: {
    rule: 'KL 4:25',
    sentence:
      'Ordföranden får inte avstå när rösten behövs för att ärendet ska kunna avgöras. Skriv utslagsrösten.',
  },
  carried_not_counted: {
    rule: 'KL 5:55',
    sentence: 'Rösterna ger ett annat utfall: enkel majoritet avgör. Rätta utfallet eller rösterna.',
  },
  minority_only_defers: {
    rule: 'KL 5:50',
    sentence:
      'En minoritet kan bara få ett ärende bordlagt eller återremitterat. Ta bort begäran från omgången.',
  },
  minority_not_in_board: {
    rule: 'KL 6:33',
    sentence:
      'I styrelsen krävs enkel majoritet för att skjuta upp ett ärende; minoritetens rätt finns bara i fullmäktige.',
  },
  minority_overruled: {
    rule: 'KL 5:50',
    sentence:
      'Minst en tredjedel av de närvarande har begärt det: ärendet ska bordläggas eller återremitteras.',
  },
  minorities_differ: {
    rule: 'KL 5:50',
    sentence: 'De som begärde uppskov är inte desamma i begäran som i propositionen. Rätta den som är fel.',
  },
  decided_though_deferred: {
    rule: 'KL 5:50–51, 6:33',
    sentence: 'Ett ärende som har skjutits upp avgörs inte samtidigt. Ta bort de övriga propositionerna.',
  },
  reservation_too_late: {
    rule: 'KL 4:27',
    sentence:
      'En reservation ska anmälas innan sammanträdet avslutas. Ta bort den, eller rätta när den anmäldes.',
  },
  reservation_without_part: {
    rule: 'KL 4:27',
    sentence: 'Bara den som har deltagit i avgörandet får reservera sig. Ta bort reservationen.',
  },
  separate_statement_not_allowed: {
    rule: 'KL 5:71, 6:44; domain.md §5',
    sentence: 'Särskilt yttrande förekommer inte enligt arbetsordningen. Ta bort det.',
  },
  minute_note_not_allowed: {
    rule: 'KL 5:71, 6:44; domain.md §5',
    sentence: 'Protokollsanteckning förekommer inte enligt arbetsordningen. Ta bort den.',
  },
  outcome_not_carried: {
    rule: 'KL 5:67 p. 4',
    sentence: 'Beslutet i en att-sats är ett annat än det yrkande som vann. Rätta beslutet eller utfallet.',
  },
  lapsed_without_cause: {
    rule: 'domain.md §6.2',
    sentence:
      'En att-sats förfaller bara för att en annan, eller en annan motion i samma beredning, har avgjorts. Ange vilken.',
  },
  amended_without_text: {
    rule: 'KL 5:67 p. 4; domain.md §6.2',
    sentence:
      'Bifall med ändring behöver sin lydelse. Skriv en beslutspunkt för att-satsen eller ändringsyrkandets text.',
  },
} as const satisfies Record<string, { readonly rule: string; readonly sentence: string }>;
