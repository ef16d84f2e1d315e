/** Colors of the maker in which belts, dials and stitching are ordered. */
const ORDER_COLOR =
  'guards red|carmine red|lava orange|gulf orange|speed yellow|racing yellow|miami blue|shark blue|sapphire blue|gentian blue|riviera blue|python green|acid green|viper green|irish green|gt silver|silver gray|platinum gray|agate gray|slate gray|arctic gray|crayon|chalk|carrara white|luxor beige|mojave beige|cohiba brown|bordeaux red|burgundy red|pascha red|rubystar|island green|red|yellow|blue|green|orange|silver|gray|beige|white';

/**
 * What order guides, price lists and window stickers of the maker call an option, with the words in the order they use: the
 * thing first, then its matter or color. In the notation of `compile-phrase.ts`.
 */
export const ORDER_GUIDE_PHRASES: readonly { readonly code: string; readonly notations: readonly string[] }[] = [
  {
    code: 'park-assist',
    notations: [
      '(reversing|rear parking|front parking) (sensor|radar)',
      '[remote] (park assist|parkassist|parking assist)',
      'park assist [system] (front|rear)',
      'parking (sensor|aid|assist|assistant) (front|rear) [and] [front|rear]',
      '(acoustic|audible) (parking|park) (warning|assistant|aid)',
    ],
  },
  {
    code: 'rear-camera',
    notations: ['(rear vision|reverse vision|tailgate|back) (camera|cam)', '(reversing|backup|parking) camera system'],
  },
  {
    code: 'surround-view',
    notations: [
      '(360|360 degree|360 deg) (parking|park|surround|panoramic|top view) (camera|cam|view)',
      '(around|all round|all around) view [camera|monitor]',
      '(4|multi) camera (system|view)',
    ],
  },
  { code: 'keyless-entry', notations: ['(proximity|smart|comfort) key', '(keyless|comfort) (ignition|access|entry)'] },
  { code: 'night-vision', notations: ['night (view|sight|driving) (assist|assistant|camera|system)'] },
  {
    code: 'adaptive-cruise',
    notations: [
      '(smart|intelligent|dynamic|traffic aware|radar based|radar guided|automatic distance) cruise [control]',
      'cruise [control] with (distance|radar|adaptive|stop and go)',
      'cruise control adaptive',
    ],
  },
  {
    code: 'cruise-control',
    notations: [
      '(automatic|electronic) (speed control|cruise) [system]',
      'cruise control (system|tempostat)',
      'tempostat',
    ],
  },
  { code: 'lane-keep-assist', notations: ['lane (hold|holding|centering) [assist|assistant]'] },
  { code: 'classic-radio', notations: ['porsche classic radio (navigation|nav) [system]'] },
  {
    code: 'classic-radio',
    notations: [
      '(becker|blaupunkt) [monterey|toronto|heidelberg|sacramento|houston|san francisco|avus|indianapolis|traffic pro|cr 220|cr 210|cdr 210|cdr 220] [cassette|radio|stereo|am fm]',
    ],
  },
  {
    code: 'cd-changer',
    notations: ['(remote|cdc 3|cdc 4|cd dvd|6 cd|6 dvd) (cd|cd changer|changer|autochanger)', '(disc|disk) changer'],
  },
  {
    code: 'bluetooth-telephone',
    notations: [
      '(mobile|cell|cellular) (phone|telephone) (prep|preparation|pre wiring|prewiring|interface|connection)',
    ],
  },
  { code: 'sound-package-plus', notations: ['(digital sound processing|dsp) (package|system|audio)'] },
  {
    code: 'big-red-brakes',
    notations: ['caliper [painted|finished] in (red|guards red)', 'caliper (red|guards red)'],
  },
  {
    code: 'pccb',
    notations: ['caliper [painted|finished] in yellow', 'caliper yellow', 'ceramic brake (package|option|system)'],
  },
  {
    code: 'black-calipers',
    notations: ['caliper [painted|finished] in [high gloss|gloss|satin] black', 'caliper [high gloss|gloss] black'],
  },
  {
    code: 'pasm-sport',
    notations: [
      'pasm [including|with] (10 mm|20 mm|10mm|20mm) (lower|lowered|lowering) [sport] [suspension|chassis|ride height]',
      'pasm (including|with) [lowered] sport suspension',
      'sport suspension (including|with) pasm',
      'pasm [with] lowered (ride height|by 10 mm|by 20 mm|by 10mm|by 20mm)',
    ],
  },
  {
    code: 'pasm',
    notations: [
      '(electronic|electronically controlled|variable|active|continuous) (damper|damping|shock absorber) [control|system]',
      '[porsche] active suspension (mgmt|mgt|management)',
    ],
  },
  {
    code: 'sport-suspension',
    notations: ['(sport|sports) (chassis|suspension) (m030|package|option|kit)', '(chassis|suspension) (m030|sport)'],
  },
  {
    code: 'air-suspension',
    notations: [
      '(leveling|self leveling|level control|level controlled) (suspension|air suspension)',
      'air suspension with (leveling|level) [system|control]',
      '(pneumatic|air) (leveling|springs|spring suspension)',
    ],
  },
  {
    code: 'pdcc',
    notations: ['active (roll stabilization|roll control|stabilizer) [system]', 'anti roll stabilization'],
  },
  {
    code: 'front-axle-lift',
    notations: [
      '(frt|ft|front) (axle|end) [hydraulic] (lift|lifting|raising) [system|function]',
      '(nose|front|axle) (lift|lifting) (function|feature|option)',
    ],
  },
  {
    code: 'auto-dimming-mirrors',
    notations: [
      '(anti dazzle|antidazzle|anti glare|antiglare|automatic antiglare|electrochromatic|photochromatic) [interior|exterior|inside|outside|rearview|rear view] mirror',
      'mirror [interior and exterior|exterior and interior] (automatically dimming|auto dimming|automatic dimming|autodimming)',
      '(automatically|automatic|auto) dimming [interior and exterior|inside and outside|interior] mirror with [integrated] rain sensor',
    ],
  },
  {
    code: 'power-folding-mirrors',
    notations: [
      '(electrically|electric|power|auto) (foldable|fold|folding|fold in|retracting) [exterior|side|door|outside|wing] mirror',
      '(exterior|side|door|outside) mirror (electrically|electric|power) (folding|foldable|retractable)',
      'mirror (electrically|electric|power) (folding|foldable)',
    ],
  },
  { code: 'soft-close-doors', notations: ['(power|assisted|soft) (closing|close) (door|function|assist)'] },
  {
    code: 'power-tailgate',
    notations: [
      '(automatic|power|powered|electric|auto|automatically opening) (rear hatch|rear door|rear gate|rear lid|rear tailgate|boot|boot lid|bootlid|lift gate|tail gate)',
    ],
  },
  { code: 'air-conditioning', notations: ['[automatic|factory] (air cond|aircond|aircon)', 'air conditioner'] },
  {
    code: 'four-zone-climate',
    notations: ['(4|quad) zone (automatic|ac|climate|air) [climate|air] [control|conditioning]'],
  },
  { code: 'wind-deflector', notations: ['(draft|draught|wind) (stop|screen|shield|net|baffle)', 'draftstop'] },
  {
    code: 'vehicle-tracking',
    notations: [
      '(anti theft|antitheft|theft|security|car alarm) (alarm|system|alarm system) [system]',
      'alarm system [with] [interior|radar] [monitoring|surveillance]',
      '(tracking|alarm) system (plus|vts|pvts)',
    ],
  },
  { code: 'sun-shades', notations: ['(rear|side) [side] [window] (blind|roller blind|roller sunblind|sunblind)'] },
  {
    code: 'sport-tailpipes',
    notations: [
      '(stainless|stainless steel|dark|dark bronze|dark silver|titanium|quad|round|4|high gloss black|gloss black|satin black) [sport] (tailpipe|tail pipe)',
      '(tailpipe|tail pipe) [painted|finished] in [dark|high gloss|gloss|satin] (black|silver|bronze|titanium)',
      '(exhaust|tail) (tip|outlet) in [gloss|satin] (black|silver|bronze)',
    ],
  },
  { code: 'pdk', notations: ['=dct', '(7|8) speed (dct|double clutch)', 'porsche dual clutch'] },
  {
    code: 'manual-transmission',
    notations: ['(4|5|6) speed [manual] transaxle', 'transmission (4|5|6|7) speed manual'],
  },
  {
    code: 'limited-slip',
    notations: [
      '(differential|diff) (limited slip|lock|lsd)',
      'limited slip (axle|rear end)',
      '40 (percent|locking) lock [differential]',
    ],
  },
  { code: 'ptv', notations: ['(ptvs|ptv s)'] },
  {
    code: 'on-board-charger',
    notations: [
      '[150 kw|150kw|50 kw|50kw] [and] [400 v|400 volt|400v] [dc] (onboard|on board) (booster|dc booster|dc charger)',
      '(onboard|on board) (booster|ac charger) [with] [150 kw|19.2 kw|22 kw|11 kw]',
    ],
  },
  { code: 'mobile-charger', notations: ['(mobile|universal) charger (connect|plus)'] },
  {
    code: 'tow-hitch',
    notations: [
      '(electrically|electric|manual|removable|retractable|swiveling) [extending|deploying|folding|swiveling] (tow bar|towbar|tow hitch|trailer hitch|trailer coupling|hitch)',
    ],
  },
  {
    code: 'carbon-exterior',
    notations: [
      '[exterior|side|sportdesign|sport design|door|sport design exterior|sportdesign exterior] mirror [upper|lower] [trim|cap|shell|housing|cover] in carbon [fiber]',
      '(side skirt|side blade|air intake|rear spoiler|rear wing|front spoiler|front lip|diffuser|rear apron|air outlet|hood|door handle) in carbon [fiber]',
      'carbon [fiber] (exterior mirror|side mirror|door mirror|mirror housing|mirror trim|mirror upper|rear apron|front spoiler|front splitter|roof spoiler|air outlet|aero kit)',
    ],
  },
  {
    code: 'black-exterior',
    notations: [
      '(side window|window|daylight) [surround] (trim|strip|surround|opening) [strip] [in|painted] [high gloss|gloss|satin] black',
      'black [high gloss|gloss|satin] (window|side window) (trim|surround|strip)',
      '[high gloss|gloss|satin] black (side window|window|exterior) (trim|surround|strip|package|accent)',
    ],
  },
  {
    code: 'badge-delete',
    notations: [
      '(logo|lettering|model name|model logo|model badge|rear badge|rear lettering|rear script|trunk badge|engine lid badge) (delete|deleted|deletion|delete option)',
      '(deletion|omission) of [the] [rear] [model] (logo|lettering|name|badge|emblem|designation)',
    ],
  },
  { code: 'rear-seat-delete', notations: ['(deletion|omission|delete) [of] [the] (rear|back) seat'] },
  {
    code: 'rear-wiper-delete',
    notations: ['(deletion|omission) of [the] rear [window] wiper', 'rear [window] wiper (deletion|omitted)'],
  },
  { code: 'radio-delete', notations: ['(deletion|omission) of [the] (radio|stereo)'] },
  {
    code: 'ac-delete',
    notations: ['(deletion|omission) of [the] (ac|air conditioning)', '(ac|air conditioning) (deletion|omitted)'],
  },
  { code: 'factory-roll-cage', notations: ['(rollover|roll over) (bar|cage|hoop)'] },
  {
    code: 'extended-leather',
    notations: [
      '(ext|extd|extended) leather',
      'extended (item|items) in leather',
      'leather interior with extended (item|items)',
      '(dashboard|dash|door) (trim|trim package) [in] leather',
      'dash and door (in|trimmed in) leather',
      'leather (trim|interior) package',
      'leather (upper|lower) (dash|dashboard)',
    ],
  },
  {
    code: 'alcantara-headliner',
    notations: [
      '(headliner|headlining|roof lining|roofliner|roof liner|rooflining) [in] (alcantara|race tex|racetex|suede)',
      '=(alcantara|race tex|racetex) roof',
      '(alcantara|race tex|racetex) (roof|rooflining) [lining]',
    ],
  },
  {
    code: 'deviated-stitching',
    notations: [
      `[decorative|interior] (stitching|stitch|seam) in [a] (contrast|contrasting|deviated|deviating|different|${ORDER_COLOR}) [color]`,
      `(${ORDER_COLOR}) [decorative|contrast|contrasting|deviated|interior] (stitching|stitch|seam)`,
      '(stitching|seam) (deviated|contrast|contrasting)',
    ],
  },
  {
    code: 'carbon-interior',
    notations: [
      '(interior|dashboard|dash|door|console|center console|interior package) (trim|package|strip|panel) [package] [in] carbon [fiber]',
      '(cf|carbon|carbon fiber) [weave|matte] (interior|inner|inside) (trim|package|parts)',
      '(trim|trim strip|decorative trim|dashboard|dash|center console|center console trim|door panel|gear selector) in carbon [fiber]',
    ],
  },
  {
    code: 'aluminium-interior',
    notations: [
      '(interior|interior trim|interior package|trim|trim strip|dash trim|dashboard trim) [package] in [brushed|black brushed|dark] aluminum',
      'interior [trim] [package] [brushed|black|dark] aluminum',
    ],
  },
  {
    code: 'wood-interior',
    notations: [
      '(interior|interior trim|interior package|trim|dash trim|dashboard trim|trim strip) [package] [in] [dark|light|burr] (walnut|mahogany|olive|birch|wood|rosewood|maple|paldao|burl)',
      '(dark|burl|light) (walnut|burl) [interior|trim]',
    ],
  },
  {
    code: 'painted-interior',
    notations: [
      '[seat|seat back|seatback] (backrest|backrest shell|seat shell|shell) [painted] in [exterior|body] color',
      '(backrest shell|seat shell) painted',
    ],
  },
  {
    code: 'sport-steering-wheel',
    notations: ['(gt|gt3|small diameter|smaller diameter|thick|thick grip|flat bottomed|sports) steering wheel'],
  },
  {
    code: 'multifunction-steering-wheel',
    notations: [
      '(multifunction|multi function) [leather] wheel',
      'steering wheel (multifunction|multi function|with audio control|control)',
    ],
  },
  { code: 'heated-steering-wheel', notations: ['steering wheel heat', 'steering wheel with (heating|heat)'] },
  {
    code: 'instrument-dials',
    notations: [
      `(instrument dial|gauge face|tach|tachometer|rev counter|dial|gauge) [painted|finished] in (${ORDER_COLOR}|color|exterior color|body color)`,
      '(instrument|gauge) (dial|face) (painted|colored)',
      `(${ORDER_COLOR}) (rev counter|gauge cluster|tach face|tachometer face|instrument face)`,
    ],
  },
  {
    code: 'door-sills',
    notations: [
      '[illuminated|lit|aluminum|stainless|stainless steel|carbon|carbon fiber|personalized] [door] (scuff plate|tread plate|entry guard|door entry guard|entry strip|entry plate|sill trim|sill strip|step plate|entrance panel|sill panel)',
      'door sill (plate|panel|strip|guard) in (carbon|aluminum|stainless|stainless steel)',
    ],
  },
  {
    code: 'ambient-lighting',
    notations: [
      '(interior|ambient|comfort) (light|lighting) (package|pack|pkg|system)',
      '(led|multicolor) ambient (light|lighting)',
    ],
  },
  {
    code: 'smoking-package',
    notations: ['(ash tray|ashtray) and [cigarette] lighter', '(smoker|smoking) (kit|set|equipment)'],
  },
  {
    code: 'floor-mats',
    notations: [
      '(carpet|carpeted|all weather|rubber|leather edged|velour) mat',
      '(overmat|over mat)',
      'carpet floor mat',
    ],
  },
  {
    code: 'sport-pedals',
    notations: [
      'pedal [cluster|set|cover|pad] [and footrest] in (aluminum|stainless steel|carbon)',
      '(aluminum|stainless|stainless steel|alloy) (pedal|footrest)',
    ],
  },
  {
    code: 'dynamic-lights',
    notations: [
      '(adaptive|swivel|swiveling|steerable|directional) (front lighting|headlight|headlamp|light)',
      '(bending|cornering|curve) (light|lamp|headlight)',
    ],
  },
  { code: 'led-headlights', notations: ['(headlight|headlamp|main light) in led', 'led front light'] },
  {
    code: 'matrix-led',
    notations: ['[tinted|darkened|black] (led matrix|hd matrix|matrix) (headlight|headlamp|light|design)'],
  },
  {
    code: 'exclusive-taillights',
    notations: [
      '(exclusive design|tinted|smoked|clear) (rear lamp|rear light|tail lamp|light strip)',
      '(rear light|taillight|tail light|tail lamp) (tinted|smoked|in clear)',
    ],
  },
  {
    code: 'sunroof',
    notations: [
      '[electric|power] (slide|tilt|slide and tilt|tilt and slide|sliding|tilting|slide tilt|tilt slide) [glass|steel] (sunroof|roof|top|glass roof)',
    ],
  },
  {
    code: 'glass-roof',
    notations: [
      '(panoramic|panorama) [glass] roof [system] (fixed|with sunshine control|with variable light control)',
      'glass roof with (sunshine control|variable light control)',
    ],
  },
  {
    code: 'panoramic-roof',
    notations: [
      '(panoramic|panorama) roof [system] (including|with) (sunblind|roller blind|sun blind)',
      '(opening|sliding) panoramic roof',
    ],
  },
  {
    code: 'power-sport-seats-14-way',
    notations: [
      '[front|power|electric|sport|comfort|leather] seat [in] [front] 14 way [electric|power|electrical] [with] [memory] [package]',
      'power (sport seat|seat) 14 way with memory [package]',
      'comfort seat [in] [front] 14 way [electric] with memory [package]',
      '14 way [electrically|power|fully electric|fully|adjustable] [adjustable] [sport|comfort] seat',
    ],
  },
  {
    code: 'adaptive-seats',
    notations: [
      '[power|electric|sport] (seat|sport seat|sport seat plus) [plus] 18 way',
      '18 way [electrically|fully] [adjustable] [sport] seat',
    ],
  },
  {
    code: 'sport-seats-plus',
    notations: ['[power|electric] sport seat plus [4 way] [electric]', '4 way sport [seat] plus'],
  },
  {
    code: 'power-seats',
    notations: [
      '(power|electric|powered) (driver|passenger|driver and passenger|drivers|lh|rh) seat',
      '[front|driver] seat (electric|electrically adjustable|power adjustable|power)',
      '(electrically|power|electric) (height adjustable|adjusted|adjustable|height adjustment) [front|driver|passenger] seat',
    ],
  },
  {
    code: 'heated-seats',
    notations: [
      '(heatable|warmed|heatable front|heated driver|heated driver and passenger) seat',
      'seat (heated|heatable)',
    ],
  },
  { code: 'ventilated-seats', notations: ['(active|actively) ventilated seat', 'seat (ventilated|vent|cooled)'] },
  {
    code: 'embossed-headrests',
    notations: [
      '[porsche|embossed] crest [embossed] on [the] (front and rear headrest|head rest|head restraint|seat headrest)',
      '(head restraint|head rest|headrest) [embossed] with [the] [embossed] [porsche] crest',
    ],
  },
  {
    code: 'colored-seat-belts',
    notations: [
      `(seat belt|seatbelt|safety belt|belt) in (${ORDER_COLOR}|color|exterior color|deviated color)`,
      `(seat belt|seatbelt) (${ORDER_COLOR})`,
      `(${ORDER_COLOR}) [colored] (seat belt|seatbelt|safety belt)`,
    ],
  },
  {
    code: 'child-seat-preparation',
    notations: ['child seat (attachment|fixing|bracket|isofix)', 'isofix (bracket|mount|preparation|attachment)'],
  },
  { code: 'magnesium-wheels', notations: ['forged magnesium [wheel|rim]', '(wheel|rim) in [forged] magnesium'] },
  {
    code: 'sport-design-wheels',
    notations: [
      '(18|19|20|21|22) (in|inch|zoll) (sportdesign|sport design)',
      '(18|19|20|21|22) (sportdesign|sport design) wheel',
    ],
  },
  {
    code: 'wheel-crests',
    notations: [
      '(wheel hub|hub|wheel|wheel center) (cover|cap|center) [cover|cap] (with|in) [a] [full color|colored|color|enamel] [porsche] crest',
      '(full color|colored|color) [porsche] [crest] (wheel hub|hub) (cover|cap)',
      '(center|hub|wheel) cap [with] (colored|full color) [porsche] crest',
    ],
  },
  {
    code: 'painted-wheels',
    notations: [
      '(wheel|rim|alloy) [painted|finished] [in] [high gloss|gloss|satin|matte|silk gloss] (black|platinum|aurum|neodyme|titanium|anthracite|darksilver|dark silver|bronze)',
      '(satin|high gloss|gloss|matte|silk gloss) (black|platinum|aurum|neodyme|titanium|anthracite|darksilver|dark silver|bronze|white gold) (wheel|rim|alloy)',
    ],
  },
  { code: 'sound-package-plus', notations: ['(hi fi|hifi) (sound|audio|stereo)'] },
  {
    code: 'power-tailgate',
    notations: [
      '(power|electrically|automatically) (operated|operating|actuated|opening) (tailgate|liftgate|hatch|trunk)',
    ],
  },
  {
    code: 'extended-leather',
    notations: [
      'full (black|tan|beige|gray|brown|red|blue|cashmere|savanna|cork|espresso|cognac|white|green) leather [interior]',
    ],
  },
  {
    code: 'painted-interior',
    notations: [
      '(console|center console|dash trim|interior trim|trim strip|interior package) in (body|exterior) color',
    ],
  },
  { code: 'glass-roof', notations: ['fixed [glass] (panoramic|panorama) [glass] roof'] },
];
