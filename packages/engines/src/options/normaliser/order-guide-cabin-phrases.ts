import { ORDER_COLORS } from './order-colors.ts';

/**
 * What order guides, price lists and window stickers of the maker call an option of the cabin. In the notation of
 * `compile-phrase.ts`.
 */
export const ORDER_GUIDE_CABIN_PHRASES: readonly { readonly code: string; readonly notations: readonly string[] }[] = [
  { code: 'keyless-entry', notations: ['(proximity|smart|comfort) key', '(keyless|comfort) (ignition|access|entry)'] },
  {
    code: 'classic-radio',
    notations: [
      'porsche classic radio (navigation|nav) [system]',
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
  {
    code: 'sound-package-plus',
    notations: ['(digital sound processing|dsp) (package|system|audio)', '(hi fi|hifi) (sound|audio|stereo)'],
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
      '(power|electrically|automatically) (operated|operating|actuated|opening) (tailgate|liftgate|hatch|trunk)',
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
  { code: 'rear-seat-delete', notations: ['(deletion|omission|delete) [of] [the] (rear|back) seat'] },
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
      'full (black|tan|beige|gray|brown|red|blue|cashmere|savanna|cork|espresso|cognac|white|green) leather [interior]',
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
      `[decorative|interior] (stitching|stitch|seam) in [a] (contrast|contrasting|deviated|deviating|different|${ORDER_COLORS}) [color]`,
      `(${ORDER_COLORS}) [decorative|contrast|contrasting|deviated|interior] (stitching|stitch|seam)`,
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
      '(console|center console|dash trim|interior trim|trim strip|interior package) in (body|exterior) color',
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
      `(instrument dial|gauge face|tach|tachometer|rev counter|dial|gauge) [painted|finished] in (${ORDER_COLORS}|color|exterior color|body color)`,
      '(instrument|gauge) (dial|face) (painted|colored)',
      `(${ORDER_COLORS}) (rev counter|gauge cluster|tach face|tachometer face|instrument face)`,
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
      `(seat belt|seatbelt|safety belt|belt) in (${ORDER_COLORS}|color|exterior color|deviated color)`,
      `(seat belt|seatbelt) (${ORDER_COLORS})`,
      `(${ORDER_COLORS}) [colored] (seat belt|seatbelt|safety belt)`,
    ],
  },
  {
    code: 'child-seat-preparation',
    notations: ['child seat (attachment|fixing|bracket|isofix)', 'isofix (bracket|mount|preparation|attachment)'],
  },
];
