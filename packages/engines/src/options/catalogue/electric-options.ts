import { optionRows } from './option-rows.ts';

export const ELECTRIC_OPTIONS = optionRows('electric', [
  {
    code: 'electric-sport-sound',
    name: 'Porsche Electric Sport Sound',
    factory: 'GM1',
    phrases: ['[porsche] electric sport sound', 'ess sound', '(artificial|electric) [sport] engine sound'],
    made: ['Taycan 2020-', 'Macan 2024-'],
    price: [500, 'J1.1'],
  },
  {
    code: 'performance-battery',
    name: 'Performance Battery Plus',
    factory: 'EH8',
    phrases: [
      'performance battery [plus]',
      '(large|larger|big|bigger|93 kwh|93.4 kwh|extended range) battery [pack]',
      'pbp',
      'battery plus',
      '(93 kwh|93.4 kwh|93kwh) [performance] [battery] [pack|plus]',
    ],
    made: ['Taycan 2020-'],
    price: [5780, 'J1.1'],
  },
  {
    code: 'on-board-charger',
    name: 'On-Board AC Charger (19.2 or 22 kW)',
    factory: 'KB4 KB2',
    phrases: [
      '(19.2 kw|22 kw|11 kw|19.2kw|22kw|11kw|dual|upgraded) [ac|onboard|on board] [onboard|on board] charger',
      '(19.2 kw|22 kw|19.2kw|22kw|150 kw|150kw) (ac|onboard|on board|dc|400 v) [charger|charging|booster]',
      '(onboard|on board) [ac] charger',
      '(19.2 kw|22 kw|11 kw|19.2kw|22kw|11kw) (onboard|on board) [ac] [charger|charging]',
      'charger (onboard|on board)',
    ],
    made: ['Taycan 2020-', 'Cayenne 2019-', 'Panamera 2018-', 'Macan 2024-'],
    price: [1680, 'J1.1'],
  },
  {
    code: 'mobile-charger',
    name: 'Mobile Charger Plus or Connect',
    factory: 'NW2 NW5',
    phrases: [
      '[porsche] mobile charger [plus|connect]',
      '(charger|mobile) connect',
      '[porsche] (portable|home) charger',
    ],
    made: ['Taycan 2020-', 'Cayenne 2019-', 'Panamera 2018-', 'Macan 2024-'],
    price: [1120, 'J1.1'],
  },
]);
