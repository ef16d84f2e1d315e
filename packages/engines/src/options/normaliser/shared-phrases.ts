/** Wordings that name several options with words they share, in the notation of `compile-phrase.ts`. */
export const SHARED_PHRASES: readonly { readonly notation: string; readonly codes: readonly string[] }[] = [
  {
    notation: '(heated|heating) and (ventilated|cooled|cooling|vented|ventilation)',
    codes: ['heated-seats', 'ventilated-seats'],
  },
  {
    notation: '(heat|heating|heated) and (vent|cool|cooled|vented) [seat]',
    codes: ['heated-seats', 'ventilated-seats'],
  },
  { notation: 'sedili riscaldati e ventilati', codes: ['heated-seats', 'ventilated-seats'] },
  { notation: 'sitzheizung und (beluftung|sitzbeluftung)', codes: ['heated-seats', 'ventilated-seats'] },
  { notation: '(heat|heated) vent [seat]', codes: ['heated-seats', 'ventilated-seats'] },
  { notation: 'seat (heating|heat|heater) and (ventilation|cooling)', codes: ['heated-seats', 'ventilated-seats'] },
  { notation: '(heated|ventilated) and massage [front] seat', codes: ['massage-seats'] },
  { notation: 'heated [front] seat and [steering] wheel', codes: ['heated-seats', 'heated-steering-wheel'] },
  {
    notation: '(lane change|lane changing) and lane (keep|keeping) [assist]',
    codes: ['lane-change-assist', 'lane-keep-assist'],
  },
  { notation: 'lane (keep|keeping) and lane change [assist]', codes: ['lane-change-assist', 'lane-keep-assist'] },
  {
    notation: '(auto|automatic) dimming [and] power folding mirror',
    codes: ['auto-dimming-mirrors', 'power-folding-mirrors'],
  },
  {
    notation: '(auto|automatic) dimming and power folding mirror',
    codes: ['auto-dimming-mirrors', 'power-folding-mirrors'],
  },
  { notation: 'power folding [and] auto dimming mirror', codes: ['auto-dimming-mirrors', 'power-folding-mirrors'] },
  { notation: 'power folding and auto dimming mirror', codes: ['auto-dimming-mirrors', 'power-folding-mirrors'] },
  { notation: 'alcantara headliner and [steering] wheel', codes: ['alcantara-headliner', 'alcantara-steering-wheel'] },
  {
    notation: '(full|extended|all) leather and (alcantara|race tex) headliner',
    codes: ['extended-leather', 'alcantara-headliner'],
  },
  { notation: 'leather and (alcantara|race tex) headliner', codes: ['alcantara-headliner'] },
  { notation: 'ptv [plus] with electronic (diff|differential)', codes: ['ptv'] },
  { notation: 'pdcc (roll|anti roll|sway) bar', codes: ['pdcc'] },
  { notation: 'heated [gt] sport steering wheel', codes: ['sport-steering-wheel', 'heated-steering-wheel'] },
  {
    notation: '(gt|sport|gt sport|sport design|sportdesign) steering wheel [is] (heated|with heating|with heater)',
    codes: ['sport-steering-wheel', 'heated-steering-wheel'],
  },
  {
    notation:
      '(gt|sport|gt sport|sport design|sportdesign) steering wheel (in|with) (alcantara|race tex|racetex|suede)',
    codes: ['sport-steering-wheel', 'alcantara-steering-wheel'],
  },
  { notation: 'bbs (center lock|centerlock) [wheel]', codes: ['bbs-wheels', 'center-lock-wheels'] },
  { notation: 'power memory seat', codes: ['power-seats', 'memory-package'] },
  {
    notation: 'heated (multifunction|multi function) [steering] wheel',
    codes: ['multifunction-steering-wheel', 'heated-steering-wheel'],
  },
  { notation: 'pasm sport chrono [package|plus]', codes: ['pasm', 'sport-chrono'] },
  {
    notation:
      '(pse|sport exhaust) [system] (with|and|in) [black|silver|titanium|carbon|gloss black|stainless] (tip|tailpipe|exhaust tip)',
    codes: ['sport-exhaust', 'sport-tailpipes'],
  },
  {
    notation: 'heated [and] (alcantara|race tex|racetex|suede) [sport|gt|gt sport] steering wheel',
    codes: ['heated-steering-wheel', 'alcantara-steering-wheel'],
  },
  { notation: '(sport seat|sport seat plus) [with] (heat|heater|heating)', codes: ['sport-seats', 'heated-seats'] },
  {
    notation: '(two tone|2 tone|bicolor) (full|extended) leather [interior]',
    codes: ['two-tone-interior', 'extended-leather'],
  },
  { notation: 'pasm sport exhaust', codes: ['pasm', 'sport-exhaust'] },
  { notation: 'pasm sport (seat|seat plus)', codes: ['pasm', 'sport-seats'] },
  { notation: 'heated [steering] wheel and [front] seat', codes: ['heated-seats', 'heated-steering-wheel'] },
  { notation: 'rear wiper and badge (delete|deleted)', codes: ['rear-wiper-delete', 'badge-delete'] },
  { notation: 'badge and rear wiper (delete|deleted)', codes: ['rear-wiper-delete', 'badge-delete'] },
  { notation: 'ducktail and (fuchs|fuchs wheel)', codes: ['ducktail', 'fuchs-wheels'] },
];
