/** Words that carry a question and no thing: nothing is lost where no rule reads them. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `a about above become became becomes across actually after all alone also altogether always am among amongst an and another any anyone
  anything approx approximately are aren around as ask asked at available away back be because been before being below
  beneath best better between big bigger biggest both bring but buy buyer buyers by call came can car cars change
  changed come comes could count cross curious currently day days deal did different do does doing done down during each
  either else end even ever every everything exactly example examples far few figure figures find for found from full
  further general get getting give given go goes going gone good got great guess had half happened has have having help
  her here hey high higher highest him his hold how i if in information instead into is isn it its itself just keep kind
  kindly know large largest last least left less let lie like likely line list little long look looking lot low lower
  lowest made mainly make makes many market markets may maybe me mean middle might mine money month months more most
  much must my near need needs never new no not now number numbers of off offer offers often ok okay old on once one ones
  only onto or other others our out over overall own part past pay paid people per person perhaps place please point
  porsche porsches possible pretty price priced prices put question quick quite rather really recently record records
  right roughly round rough same say seem seems sell seller sellers selling sells several shall she should show side
  since small smaller smallest so sold some somebody someone something sort start still such sum take taken tell than
  thanks that the their them then there these they thing things think this those though through thus time times to today
  together told too total toward towards two type types typical typically under unit units until up upon us use used
  usual usually vehicle vehicles very via want wanted was wasn way we week weeks well went were what whatever when where
  whether which while who whole whose why will wish with within without won word words work world worth would wow year
  years yes yet you your deals sale sales listing listings listed ads advert adverts asking data accounts account
  stand stands standing sit sits sitting run runs rate rated add adds up wonder wondering figure hands hand
  dollar dollars usd bucks mile miles mileage odometer clock gearbox gearboxes transmission transmissions color colour
  colors colours state states region regions dealer dealers private owner equipped fitted specced optioned equipment
  box boxes shift pedal speed body bodies style styles generation generations model models trim trims variant variants
  percentage anomaly anomalies undervalued overvalued underpriced overpriced mispriced bargain flag avg top bottom open
  active severity critical medium first second third pls exist vary forget gap majority see transaction base bad wise
  thinking thought based meant exceed exceeds reading readings carry carries plot draw chart saw seen seeing fair cheers
  wanna gotta lemme gimme hello please kindly briefly roughly honestly basically generally normally already lately
  nowadays these today everyone nobody none rest remaining various certain particular specific respectively besides
  anyway alright sure sorry thanks interested trying tried try help helps check checking compute calculate
  idea ideas project projected moment moments pattern patterns common spread pack middle minute second offered offering advertised buying bought
  purchase purchases purchased possession couple pair pick picks choose choice option options extra extras feature
  included includes including contain contains contained featuring phase phases ballpark entry entries react reacts respond responds
  stay stays stayed remain remains remained name names named altogether current existing available overall selection
  achieve achieved achieves achieving obtain obtained realise realised realize realized realized reach reached attained commanded garner
  garnered net netted minimum maximum max min took taken occur occurred occurs happened closed completed place placed rank ranks ranking
  ranked order ordered article report research client boss friend wife husband brother sister dad son daughter study presentation
  newsletter customer newspaper magazine blog podcast writing working preparing talking meeting colleague neighbour neighbor quote
  decent nice lovely proper tidy solid reasonable reasonably realistic honest site website page app platform check
  pull dig compile lose loses losing gain gains crash collapse boom recover cover covers covered
  make brand supply stock inventory entire entirety among amongst minus plus versus`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
