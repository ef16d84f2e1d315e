/**
 * What sellers in Germany, Austria, Switzerland, Italy and France call an option, in the notation of `compile-phrase.ts`
 * and without accents. Cars cross borders with the text of their first advertisement.
 */
export const FOREIGN_PHRASES: readonly { readonly code: string; readonly notations: readonly string[] }[] = [
  {
    code: 'pccb',
    notations: [
      '(keramikbremse|keramikbremsen|keramikbremsanlage|keramik bremse|keramik bremsen|keramikscheiben|carbonkeramik|karbonkeramik)',
      '(freni|impianto frenante|dischi) (carboceramici|carboceramico|carbo ceramici|in carboceramica|ceramici)',
      '(carboceramici|carboceramica)',
      '(freno|freni|dischi) in (ceramica|carboceramica)',
      '(freins|frein) (ceramique|carbone ceramique|carbone|en ceramique)',
    ],
  },
  {
    code: 'sport-chrono',
    notations: ['sport chrono (paket|pacchetto|pack)', 'pacchetto sport chrono', 'pack sport chrono'],
  },
  {
    code: 'sport-exhaust',
    notations: [
      '(sportauspuff|sportauspuffanlage|sportabgasanlage|klappenauspuff|klappenauspuffanlage|klappenabgasanlage|sport auspuff|sportabgas)',
      '(scarico|scarichi|impianto di scarico) (sportivo|sportivi)',
      '(echappement|ligne) [d] [echappement] (sport|sportif)',
    ],
  },
  {
    code: 'sport-tailpipes',
    notations: ['(sportendrohre|sportendrohr|terminali sportivi|terminali di scarico sportivi)'],
  },
  {
    code: 'manual-transmission',
    notations: [
      '=manuell',
      '(handschalter|handschaltung|schaltgetriebe|handgeschaltet|schaltwagen|schalter mit 6 gang)',
      '(5|6|7) gang [schaltgetriebe|handschalter|handschaltung|getriebe|manuell|schalter]',
      'cambio manuale [a] [5|6|7] [marce|rapporti]',
      'boite (manuelle|mecanique) [a] [5|6|7] [rapports|vitesses]',
    ],
  },
  { code: 'pdk', notations: ['(doppelkupplungsgetriebe|cambio doppia frizione|doppia frizione|double embrayage)'] },
  {
    code: 'limited-slip',
    notations: [
      '(sperrdifferential|sperrdifferenzial|differentialsperre|differenzialsperre|quersperre|hinterachssperre|lamellensperre)',
      '[differenziale] autobloccante',
      '+sperre',
      'mechanische sperre',
      'differentiel autobloquant',
      'pont autobloquant',
    ],
  },
  {
    code: 'pasm',
    notations: ['(verstelldampfer|aktives fahrwerk|adaptives fahrwerk|sospensioni adattive|sospensioni attive)'],
  },
  {
    code: 'pasm-sport',
    notations: [
      '(pasm sportfahrwerk|sportfahrwerk pasm|sport pasm fahrwerk)',
      'pasm [sport] (tieferlegung|tiefergelegt)',
    ],
  },
  { code: 'sport-suspension', notations: ['(sportfahrwerk|assetto sportivo|chassis sport)'] },
  { code: 'air-suspension', notations: ['(luftfederung|luftfahrwerk|sospensioni pneumatiche|suspension pneumatique)'] },
  {
    code: 'rear-axle-steering',
    notations: [
      '(hinterachslenkung|hinterradlenkung|allradlenkung)',
      '(asse posteriore|retrotreno) (sterzante|sterzanti)',
      '4 ruote sterzanti',
      'roues arriere directrices',
      'essieu arriere directeur',
    ],
  },
  {
    code: 'front-axle-lift',
    notations: [
      '(vorderachslift|frontlift|vorderachsliftsystem|liftsystem|lift system vorderachse|liftsystem vorderachse|achslift)',
      'lift vorderachse',
      '(lift|sollevatore|sollevamento) [asse] anteriore',
      'sistema (lift|di sollevamento) [asse] [anteriore]',
    ],
  },
  {
    code: 'bucket-seats',
    notations: [
      '[carbon|918|leichtbau|klappbare] (schalensitz|schalensitze|schalensitzen|vollschalensitz|vollschalensitze|vollschalensitzen|vollschale|vollschalen|leichtbauschalensitze|carbonschalensitze|sportschalensitze|carbonschalen)',
      'sedili (a guscio|guscio|sportivi a guscio) [in carbonio|carbonio]',
      'sieges baquets [carbone]',
      'baquets [carbone]',
    ],
  },
  {
    code: 'adaptive-seats',
    notations: [
      'adaptive (sportsitze|sportsitz) [plus]',
      '18 wege [sportsitze|sitze]',
      '(18 wege|18wege)',
      'sedili [sportivi] (adattivi|adaptive) [plus]',
      'sedili 18 vie',
    ],
  },
  { code: 'power-sport-seats-14-way', notations: ['(14 wege|14wege) [sitze|komfortsitze]'] },
  { code: 'sport-seats-plus', notations: ['(sportsitze|sportsitz) plus'] },
  { code: 'sport-seats', notations: ['(sportsitz|sportsitze|sportsitzen|sedili sportivi|sieges sport)'] },
  { code: 'comfort-seats', notations: ['(komfortsitz|komfortsitze)'] },
  { code: 'memory-package', notations: ['(memorypaket|memory paket|sitzmemory|memory sitze)'] },
  {
    code: 'power-seats',
    notations: ['(elektrische|elektr|el|elektrisch verstellbare) sitze', 'sedili elettrici', 'sieges electriques'],
  },
  {
    code: 'heated-seats',
    notations: [
      '(sitzheizung|sitzheizungen|beheizbare sitze|beheizte sitze|beheizbare vordersitze|shz)',
      'sedili [anteriori] riscaldati',
      'sedili riscaldabili',
      'sieges chauffants',
    ],
  },
  {
    code: 'ventilated-seats',
    notations: [
      '(sitzbeluftung|sitzklimatisierung|beluftete sitze|klimatisierte sitze)',
      'sedili ventilati',
      'sieges ventiles',
    ],
  },
  { code: 'massage-seats', notations: ['(massagesitze|massagefunktion|sedili massaggianti)'] },
  {
    code: 'extended-leather',
    notations: [
      '(volleder|vollleder|vollederausstattung|volllederausstattung|ganzleder|lederkomplettausstattung)',
      '(pelle|pelle totale|interni) (estesa|totale|integrale)',
      'cuir (etendu|integral)',
    ],
  },
  { code: 'natural-leather', notations: ['(naturleder|clubleder)'] },
  {
    code: 'two-tone-interior',
    notations: ['(bicolor lederausstattung|zweifarbige lederausstattung|pelle bicolore|interni bicolore)'],
  },
  { code: 'heritage-cloth', notations: ['(hahnentritt|schottenkaro|pied de poule)'] },
  {
    code: 'alcantara-headliner',
    notations: [
      '(alcantarahimmel|alcantara himmel|dachhimmel alcantara|dachhimmel in alcantara|himmel in alcantara|cielo in alcantara)',
      'ciel [de toit] alcantara',
    ],
  },
  {
    code: 'alcantara-steering-wheel',
    notations: [
      '(alcantaralenkrad|alcantara lenkrad|lenkrad alcantara|lenkrad in alcantara|volante in alcantara|volant alcantara)',
    ],
  },
  {
    code: 'deviated-stitching',
    notations: ['(ziernahte|ziernaht|kontrastnahte|kontrastnaht|cuciture a contrasto|cuciture contrasto)'],
  },
  {
    code: 'carbon-interior',
    notations: ['(interieurpaket carbon|carbon interieur|interieur carbon|interni in carbonio|inserti in carbonio)'],
  },
  { code: 'wood-interior', notations: ['(wurzelholz|nussbaum wurzelholz|inserti in radica|radica)'] },
  { code: 'sport-steering-wheel', notations: ['(sportlenkrad|gt sportlenkrad|volante sportivo|volant sport)'] },
  {
    code: 'multifunction-steering-wheel',
    notations: ['(multifunktionslenkrad|volante multifunzione|volant multifonction)'],
  },
  {
    code: 'heated-steering-wheel',
    notations: [
      '(lenkradheizung|beheizbares lenkrad|beheiztes lenkrad|volante riscaldato|volante riscaldabile|volant chauffant)',
    ],
  },
  {
    code: 'colored-seat-belts',
    notations: [
      '(rote|gelbe|farbige) (gurte|sicherheitsgurte)',
      'cinture [di sicurezza] (rosse|gialle|colorate)',
      'sicherheitsgurte (rot|gelb|indischrot)',
    ],
  },
  {
    code: 'embossed-headrests',
    notations: ['(porschewappen|porsche wappen|wappen) [gepragt] (auf|in) [den] kopfstutzen'],
  },
  { code: 'ambient-lighting', notations: ['(ambientebeleuchtung|lichtdesign paket|lichtdesignpaket)'] },
  { code: 'smoking-package', notations: ['(raucherpaket|pacchetto fumatori)'] },
  {
    code: 'navigation',
    notations: ['(navigationssystem|navigationsmodul|navigatore|navigatore satellitare|gps integre)'],
  },
  { code: 'cd-changer', notations: ['(cd wechsler|cdwechsler|caricatore cd|chargeur cd)'] },
  { code: 'bluetooth-telephone', notations: ['(handyvorbereitung|telefonmodul|freisprecheinrichtung|vivavoce)'] },
  {
    code: 'adaptive-cruise',
    notations: [
      '(abstandstempomat|abstandsregeltempomat|abstandsregelung|abstandsregel tempomat)',
      'cruise control (adattivo|adattativo)',
      'regulateur adaptatif',
    ],
  },
  { code: 'cruise-control', notations: ['(tempomat|geschwindigkeitsregelanlage|regulateur de vitesse)'] },
  { code: 'lane-change-assist', notations: ['(spurwechselassistent|totwinkelassistent|toter winkel assistent)'] },
  { code: 'lane-keep-assist', notations: ['(spurhalteassistent|spurhalte assistent)'] },
  { code: 'night-vision', notations: ['(nachtsichtassistent|nachtsicht|visione notturna)'] },
  { code: 'head-up-display', notations: ['affichage tete haute'] },
  {
    code: 'park-assist',
    notations: [
      '(einparkhilfe|parkassistent|parksensoren|parkpiepser|parkpilot|pdc) [vorne|vorn|hinten] [und] [hinten|vorne]',
      'sensori [di] parcheggio [anteriori|posteriori] [e] [posteriori]',
      '(radars|capteurs) [de] (recul|stationnement)',
    ],
  },
  {
    code: 'rear-camera',
    notations: [
      '(ruckfahrkamera|rueckfahrkamera|rfk|telecamera posteriore|retrocamera|telecamera retromarcia|camera de recul)',
    ],
  },
  { code: 'surround-view', notations: ['(360 grad kamera|360 grad|telecamera 360|telecamere 360|camera 360)'] },
  { code: 'keyless-entry', notations: ['(schlussellos|schlusselloser zugang|komfortzugang)'] },
  {
    code: 'auto-dimming-mirrors',
    notations: [
      '(abblendbare|automatisch abblendende|selbstabblendende|autom abblendende) [innen|aussen] (spiegel|innenspiegel|aussenspiegel)',
      'specchietti fotocromatici',
    ],
  },
  {
    code: 'power-folding-mirrors',
    notations: [
      '(anklappbare|elektrisch anklappbare|el anklappbare) (spiegel|aussenspiegel)',
      'specchietti (ripiegabili|richiudibili) [elettricamente]',
    ],
  },
  { code: 'power-tailgate', notations: ['(elektrische heckklappe|portellone elettrico|hayon electrique)'] },
  {
    code: 'air-conditioning',
    notations: ['(klimaanlage|klimaautomatik|klima|aria condizionata|climatizzatore|climatisation)', '+clima'],
  },
  { code: 'dynamic-lights', notations: ['(kurvenlicht|dynamisches kurvenlicht|fari adattivi)'] },
  {
    code: 'led-headlights',
    notations: ['(led scheinwerfer|led hauptscheinwerfer|fari led|fari a led|fari full led|phares led)'],
  },
  { code: 'matrix-led', notations: ['(matrix scheinwerfer|led matrix scheinwerfer|fari matrix|fari led matrix)'] },
  {
    code: 'xenon',
    notations: [
      '(bixeno|fari bi xeno|xenonlicht|xenonscheinwerfer|bixenonscheinwerfer|xenon scheinwerfer|bi xenon scheinwerfer|fari xeno|fari bixeno|fari allo xeno|phares xenon)',
    ],
  },
  {
    code: 'sunroof',
    notations: [
      '[elektrisches|elektr|el] (schiebedach|schiebe hebedach|stahlschiebedach)',
      '(tetto apribile|tettuccio apribile|tettuccio|toit ouvrant)',
    ],
  },
  { code: 'panoramic-roof', notations: ['(panoramadach|panorama dach|tetto panoramico|toit panoramique)'] },
  { code: 'glass-roof', notations: ['(glasdach|tetto in vetro)'] },
  { code: 'carbon-roof', notations: ['(carbondach|karbondach|tetto in carbonio|toit carbone)'] },
  { code: 'roof-rails', notations: ['(dachreling|barre al tetto)'] },
  { code: 'roof-transport', notations: ['(dachtrager|dachbox)'] },
  {
    code: 'tow-hitch',
    notations: [
      '[elektrische] (anhangerkupplung|anhaengerkupplung|ahk) [elektrisch|schwenkbar]',
      '(gancio traino|gancio di traino|attelage)',
    ],
  },
  { code: 'privacy-glass', notations: ['(privacyverglasung|privacy verglasung|vetri oscurati|vetri privacy)'] },
  { code: 'insulated-glass', notations: ['(dammglas|warmedammglas|warme und gerauschdammende verglasung)'] },
  { code: 'wind-deflector', notations: ['(windschott|frangivento)'] },
  { code: 'rear-seat-delete', notations: ['(entfall fondsitze|entfall fondsitzanlage|fondsitze entfallen)'] },
  { code: 'rear-wiper', notations: ['(heckscheibenwischer|heckwischer|tergilunotto)'] },
  {
    code: 'badge-delete',
    notations: ['entfall (modellbezeichnung|schriftzug)', 'ohne (modellbezeichnung|schriftzug)'],
  },
  {
    code: 'paint-to-sample',
    notations: ['(farbe nach wahl|sonderfarbe nach muster|colore a campione|lack nach muster)'],
  },
  {
    code: 'factory-roll-cage',
    notations: ['(uberrollkafig|uberrollbugel|ueberrollkaefig|clubsportkafig|kafig|rollbar posteriore|gabbia)'],
  },
  { code: 'fire-extinguisher', notations: ['(feuerloscher|estintore)'] },
  { code: 'clubsport-package', notations: ['(clubsportpaket|clubsport paket|pacchetto clubsport)'] },
  { code: 'weissach-package', notations: ['(weissach paket|weissachpaket|pacchetto weissach)'] },
  { code: 'touring-package', notations: ['(touring paket|touringpaket|pacchetto touring)'] },
  {
    code: 'sport-design',
    notations: ['(sport design paket|sportdesign paket|pacchetto sportdesign|pacchetto sport design)'],
  },
  { code: 'magnesium-wheels', notations: ['(magnesiumfelgen|magnesiumrader|cerchi in magnesio)'] },
  { code: 'center-lock-wheels', notations: ['(zentralverschluss|zentralverschlussfelgen|monodado|cerchi monodado)'] },
  { code: 'fuchs-wheels', notations: ['(fuchsfelgen|fuchs felgen|cerchi fuchs)'] },
  { code: 'books-and-tools', notations: ['(bordmappe|bordwerkzeug|werkzeugtasche)', 'libretti uso e manutenzione'] },
];
