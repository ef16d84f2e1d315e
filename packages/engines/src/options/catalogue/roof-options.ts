import { optionRows } from './option-rows.ts';

const LATER = [
  '911 1999-',
  'Boxster 1997-',
  'Cayman 2006-',
  'Cayenne 2003-',
  'Panamera 2010-',
  'Macan 2014-',
  'Taycan 2020-',
];
const LARGE = ['Cayenne 2003-', 'Panamera 2010-', 'Macan 2014-', 'Taycan 2020-'];
const EVER = [
  '356 1950-1965',
  '911 1964-',
  '912 1965-1976',
  '914 1970-1976',
  '924 1976-1988',
  '928 1978-1995',
  '944 1982-1991',
  '968 1992-1995',
  ...LATER.slice(1),
];

/** Roofs, and what stands on them. */
export const ROOF_OPTIONS = optionRows('exterior', [
  {
    code: 'sunroof',
    name: 'Sunroof',
    factory: '650 653 M650 3FE',
    phrases: [
      '[electric|power|sliding|tilting|steel|glass|tilt slide|factory|manual|metal|removable] [sliding|steel|glass|tilt] (sunroof|sun roof|moonroof|moon roof)',
      '(glass|steel) sliding roof',
      'sliding roof',
      'electric (sliding|tilting) roof',
      'lift out (sunroof|roof)',
      'schiebedach',
    ],
    made: [
      '356 1950-1965',
      '911 1964-',
      '912 1965-1976',
      '924 1976-1988',
      '928 1978-1995',
      '944 1982-1991',
      '968 1992-1995',
      'Cayenne 2003-',
      'Panamera 2010-2016',
      '959 1986-1993',
    ],
    price: [1490, '992.1'],
    excludes: ['carbon-roof'],
  },
  {
    code: 'panoramic-roof',
    name: 'Panoramic Roof',
    factory: '3FU',
    phrases: [
      '(pano|panorama|panoramic) [glass|sun|vista] [roof|sunroof|moonroof|roof system]',
      '(panoroof|panorama roof) [system]',
      '[full] panoramic (glass roof|roof|sunroof|moonroof|roof system)',
      'pano',
    ],
    made: LARGE,
    price: [1750, '95B.2'],
  },
  {
    code: 'carbon-roof',
    name: 'Carbon-Fiber Roof',
    factory: '3FG 3S5',
    phrases: [
      '[exposed|lightweight] (carbon|carbon fiber|cfrp|cf) [lightweight|fiber] roof [panel]',
      'roof in carbon [fiber]',
      'carbon [fiber] [lightweight] (roof|top)',
      '[exposed] carbon fiber roof',
    ],
    made: ['911 2016-', 'Panamera 2021-', 'Taycan 2020-', 'Cayenne 2022-'],
    price: [3890, '992.1'],
    excludes: ['sunroof', 'panoramic-roof'],
  },
  {
    code: 'glass-roof',
    name: 'Fixed Glass Roof',
    factory: '3FK',
    phrases: [
      '[fixed|panoramic fixed] [panoramic] glass (roof|top)',
      'sunshine control [roof]',
      'variable light control [roof]',
      'glass roof fixed',
      'fixed panoramic roof',
    ],
    made: ['911 2017-', 'Taycan 2020-'],
    price: [1500, 'J1.1'],
  },
  {
    code: 'hardtop',
    name: 'Removable Hardtop',
    factory: '550 M550',
    phrases: [
      '[removable|factory|aluminum|color matched|matching|body color|factory aluminum] (hardtop|hard top)',
      '(hardtop|hard top) (included|and stand|with stand)',
    ],
    made: ['356 1952-1965', '911 1996-2012', 'Boxster 1997-2012', '914 1970-1976'],
    price: [2350, '986'],
  },
  {
    code: 'roof-rails',
    name: 'Roof Rails',
    factory: '3S2',
    phrases: ['[aluminum|black|silver] roof rail [in aluminum|in black]'],
    made: ['Cayenne 2003-', 'Macan 2014-', 'Panamera 2018-2024'],
    price: [750, '9Y0.1'],
  },
  {
    code: 'roof-transport',
    name: 'Roof Rack or Transport System',
    factory: '549',
    phrases: [
      '[porsche|factory|oem|period|tequipment] roof (rack|transport|box|carrier|bar|basket|transport system) [system]',
      '(ski|luggage|surfboard) rack',
      'roof transport system',
      'leitner rack',
    ],
    made: EVER,
  },
]);
