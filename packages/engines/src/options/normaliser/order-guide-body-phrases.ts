/**
 * What order guides, price lists and window stickers of the maker call an option outside the cabin, with the words in the
 * order they use: the thing first, then its matter or color. In the notation of `compile-phrase.ts`.
 */
export const ORDER_GUIDE_BODY_PHRASES: readonly { readonly code: string; readonly notations: readonly string[] }[] = [
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
  { code: 'big-red-brakes', notations: ['caliper [painted|finished] in (red|guards red)', 'caliper (red|guards red)'] },
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
      'fixed [glass] (panoramic|panorama) [glass] roof',
    ],
  },
  {
    code: 'panoramic-roof',
    notations: [
      '(panoramic|panorama) roof [system] (including|with) (sunblind|roller blind|sun blind)',
      '(opening|sliding) panoramic roof',
    ],
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
];
