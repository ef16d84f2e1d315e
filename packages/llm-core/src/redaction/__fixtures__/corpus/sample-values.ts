import type { RedactionKind } from '../../redaction-kind.ts';
import { type Country, listsByCountry } from './place-and-name-lists.ts';
import { type Half, halfOf } from './seeded-random.ts';

export interface SampleOptions {
  readonly random: () => number;
  readonly half: Half;
  readonly seed: number;
  readonly country: Country;
}

type Sample = (options: SampleOptions) => string;

const pick = <T>(list: readonly T[], random: () => number): T => list[Math.floor(random() * list.length)] as T;
const digits = (count: number, random: () => number): string =>
  Array.from({ length: count }, () => Math.floor(random() * 10)).join('');
const between = (low: number, high: number, random: () => number): number =>
  low + Math.floor(random() * (high - low + 1));
const letters = (count: number, random: () => number, from = 'ABCDEFGHJKLMNPRSTUVWXY'): string =>
  Array.from({ length: count }, () => pick([...from], random)).join('');
const padded = (value: number): string => String(value).padStart(2, '0');
/** `#` a digit, `%` a digit but 0, `@` a letter. */
const filled = (form: string, random: () => number): string =>
  form.replace(/[#%@]/g, (sign) =>
    sign === '@' ? letters(1, random) : sign === '#' ? digits(1, random) : String(between(1, 9, random)),
  );
const from = (list: 'first' | 'last' | 'cities' | 'streets', { random, half, seed, country }: SampleOptions): string =>
  pick(halfOf(listsByCountry[country][list], { half, seed }), random);
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();

const phoneForms: Readonly<Record<Country, readonly string[]>> = {
  us: [
    '(415) %##-####',
    '212-%##-####',
    '+1 310 %##-####',
    '+1-503-%##-####',
    '(303)%##-####',
    '1-800-%##-####',
    '702.%##.####',
    '206 %##-####',
    '+1 (512) %##-####',
  ].map((form) => form.replace('%', '5')),
  uk: [
    '07700 9#####',
    '+44 7911 12####',
    '020 7946 0###',
    '+44 (0)20 7946 0###',
    '01632 960###',
    '0161 496 0###',
    '07911 123 ###',
  ],
  de: [
    '0171 23#####',
    '+49 151 2345 ####',
    '089 / 123 45 ##',
    '030-123456##',
    '+49 (0)711 12345##',
    '0049 170 1234###',
    '(040) 3456 ###',
  ],
  fr: [
    '06 12 34 ## ##',
    '+33 6 12 ## ## ##',
    '01.42.68.##.##',
    '0612 34 ## ##',
    '+33 (0)1 42 68 ## ##',
    '07-81-23-##-##',
  ],
  it: ['347 12# ####', '+39 347 123 ####', '06 6982 ####', '+39 02 7200####', '333 45 67 ###'],
  es: ['612 34# ###', '+34 612 34 ## ##', '91 523 ## ##', '+34 932 15# ###', '654 32 ## ##'],
};
const ibanBody: Readonly<Record<Country, readonly [string, string]>> = {
  us: ['CH', '#################'],
  uk: ['GB', 'NWBK##############'],
  de: ['DE', '##################'],
  fr: ['FR', '##########@@@########@#'.slice(0, 23)],
  it: ['IT', '@######################'.slice(0, 23)],
  es: ['ES', '####################'],
};

function withIbanDigits(country: string, body: string): string {
  let remainder = 0;
  for (const character of `${body}${country}00`)
    for (const digit of String(Number.parseInt(character, 36))) remainder = (remainder * 10 + Number(digit)) % 97;
  return `${country}${padded(98 - remainder)}${body}`;
}

function withLuhnDigit(body: string): string {
  const sum = [...body].reverse().reduce((total, character, place) => {
    const doubled = place % 2 === 0 ? Number(character) * 2 : Number(character);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return body + String((10 - (sum % 10)) % 10);
}

const vinValues = new Map([...'ABCDEFGH'].map((letter, index) => [letter, index + 1]));
for (const [index, letter] of [...'JKLMN'].entries()) vinValues.set(letter, index + 1);
for (const [letter, value] of [
  ['P', 7],
  ['R', 9],
] as const)
  vinValues.set(letter, value);
for (const [index, letter] of [...'STUVWXYZ'].entries()) vinValues.set(letter, index + 2);

function withVinDigit(vin: string): string {
  const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
  const sum = [...vin].reduce(
    (total, character, place) => total + (vinValues.get(character) ?? Number(character)) * (weights[place] ?? 0),
    0,
  );
  return `${vin.slice(0, 8)}${sum % 11 === 10 ? 'X' : sum % 11}${vin.slice(9)}`;
}

function nhsNumber(random: () => number): string {
  for (;;) {
    const body = digits(9, random);
    const check =
      11 - ([...body].reduce((total, character, place) => total + Number(character) * (10 - place), 0) % 11);
    if (check !== 10) return `${body}${check === 11 ? 0 : check}`;
  }
}

const months: Readonly<Record<Country, string>> = {
  us: 'January February March April May June July August September October November December',
  uk: 'January February March April May June July August September October November December',
  de: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  it: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
};

function birthDate({ random, country }: SampleOptions): string {
  const day = between(1, 28, random);
  const month = between(1, 12, random);
  const year = between(1935, 2004, random);
  const name = months[country].split(' ')[month - 1] ?? '';
  const forms: Readonly<Record<Country, readonly string[]>> = {
    us: [
      `${padded(month)}/${padded(day)}/${year}`,
      `${name} ${day}, ${year}`,
      `${year}-${padded(month)}-${padded(day)}`,
    ],
    uk: [`${padded(day)}/${padded(month)}/${year}`, `${day} ${name} ${year}`, `${day}th ${name} ${year}`],
    de: [`${padded(day)}.${padded(month)}.${year}`, `${day}. ${name} ${year}`],
    fr: [`${padded(day)}/${padded(month)}/${year}`, `${day} ${name} ${year}`],
    it: [`${padded(day)}/${padded(month)}/${year}`, `${day} ${name} ${year}`, `${day}-${month}-${year}`],
    es: [`${padded(day)}/${padded(month)}/${year}`, `${day} de ${name} de ${year}`],
  };
  return pick(forms[country], random);
}

const plateForms: Readonly<Record<Country, readonly string[]>> = {
  us: ['%@@@###', '@@@ ####', '@@@-####'],
  uk: ['LB## @@@', 'YK##@@@'],
  de: ['M-AB %##', 'S-GO %###', 'HH-P %##', 'KA-LT %#H'],
  fr: ['AB-###-CD', 'FG-###-XY'],
  it: ['AB ### CD', 'GF ### ZK'],
  es: ['####-BCD', '####-KLM'],
};
const plateForm = (form: string, random: () => number): string =>
  filled(form, random).replace(
    /^(LB|YK)\d\d/,
    (match) => `${match.slice(0, 2)}${pick(['02', '07', '11', '19', '54', '65', '71'], random)}`,
  );

function address(options: SampleOptions): string {
  const { random, country } = options;
  const street = from('streets', options);
  const number = between(1, country === 'us' ? 9800 : 190, random);
  if (country === 'us') return `${number} ${street}${pick(['', '', '', ', Apt 4B', ' #12', ', Suite 200'], random)}`;
  if (country === 'uk') return `${pick(['', '', 'Flat 3, '], random)}${number} ${street}`;
  if (country === 'de') return `${street} ${number}${pick(['', '', 'a'], random)}`;
  if (country === 'fr') return `${number}${pick(['', '', ' bis'], random)}${pick([' ', ', '], random)}${street}`;
  return `${street}${pick([' ', ', '], random)}${number}`;
}

function city(options: SampleOptions): string {
  const entry = from('cities', options);
  return options.country === 'us'
    ? entry.replace(/ ([A-Z]{2} \d{5})$/, ', $1')
    : options.country === 'uk'
      ? entry.replace(/ ([A-Z]+\d\S* \S+)$/, `${pick([' ', ', '], options.random)}$1`)
      : entry;
}

const fullName: Sample = (options) =>
  `${from('first', options)} ${options.random() < 0.12 ? `${letters(1, options.random)}. ` : ''}${from('last', options)}`;
const userName: Sample = ({ random, ...options }) =>
  pick(
    [
      `${plain(from('first', { random, ...options }))}_${pick(['911', 'gt3', 'cars', 'garage', 'na'], random)}`,
      `${plain(from('last', { random, ...options }))}${digits(2, random)}`,
      `rennsport_${plain(from('first', { random, ...options }))}`,
      `aircooled${digits(3, random)}`,
    ],
    random,
  );
const host = (random: () => number): string =>
  pick(['gmail.com', 'example.co.uk', 'web.de', 'orange.fr', 'libero.it', 'mail.example.org'], random);
const email: Sample = (options) =>
  `${plain(from('first', options))}${pick(['.', '_', ''], options.random)}${plain(from('last', options))}${pick(['', '', '77', '+cars'], options.random)}@${host(options.random)}`;

/** A value for each slot of a template, and the kind it belongs to. */
export const samples: Readonly<Record<string, readonly [RedactionKind, Sample]>> = {
  email: ['email', email],
  spelledEmail: [
    'email',
    (options) =>
      `${plain(from('first', options))} ${pick(['(at)', '[at]'], options.random)} example ${pick(['(dot)', '[dot]'], options.random)} com`,
  ],
  phone: ['phone', ({ random, country }) => filled(pick(phoneForms[country], random), random)],
  address: ['postal-address', address],
  box: ['postal-address', ({ random }) => `${pick(['PO Box', 'P.O. Box'], random)} ${between(10, 9999, random)}`],
  city: ['postcode', city],
  person: ['person', fullName],
  firstName: ['person', (options) => from('first', options)],
  userName: ['user-name', userName],
  handle: ['user-name', (options) => `@${userName(options)}`],
  userUrl: [
    'url',
    (options) =>
      pick(
        [
          `https://forum.example.com/members/${userName(options)}.4711/`,
          `https://www.instagram.com/${userName(options)}`,
          `https://${plain(from('first', options))}:secret@files.example.com/scans`,
          `https://shop.example.com/orders?email=${plain(from('last', options))}@example.com`,
          `https://example.com/user/${userName(options)}/listings`,
          `https://www.facebook.com/${userName(options)}/`,
          `https://youtube.com/@${userName(options)}`,
          `linkedin.com/in/${plain(from('last', options))}-${digits(4, options.random)}`,
        ],
        options.random,
      ),
  ],
  ipv4: [
    'ip-address',
    ({ random }) =>
      `${between(11, 223, random)}.${between(10, 255, random)}.${between(0, 255, random)}.${between(1, 254, random)}`,
  ],
  ipv6: [
    'ip-address',
    ({ random }) =>
      pick(
        [
          `2001:db8:${digits(4, random)}::${digits(3, random)}`,
          `fe80::${digits(4, random)}:a${digits(2, random)}f:fe${digits(2, random)}:1`,
          `2001:0db8:85a3:0000:0000:8a2e:0370:${digits(4, random)}`,
        ],
        random,
      ),
  ],
  mac: [
    'mac-address',
    ({ random }) =>
      Array.from({ length: 6 }, () => between(16, 255, random).toString(16)).join(pick([':', '-'], random)),
  ],
  iban: [
    'iban',
    ({ random, country }) => {
      const [code, body] = ibanBody[country];
      const value = withIbanDigits(code, filled(body, random));
      return random() < 0.5 ? value : value.replace(/.{4}(?=.)/g, '$& ');
    },
  ],
  account: ['bank-account', ({ random }) => digits(between(8, 12, random), random).replace(/^0/, '4')],
  routing: [
    'bank-account',
    ({ random }) => pick(['021000021', '121000248', '322271627', '071000013', '011401533'], random),
  ],
  sortCode: ['bank-account', ({ random }) => filled('##-##-##', random)],
  bic: [
    'bank-account',
    ({ random }) => pick(['DEUTDEFF500', 'COBADEFFXXX', 'BNPAFRPP', 'UNCRITMM', 'BBVAESMM', 'NWBKGB2L'], random),
  ],
  card: [
    'card-number',
    ({ random }) => {
      const value = withLuhnDigit(
        pick(
          [
            `4${digits(14, random)}`,
            `5${between(1, 5, random)}${digits(13, random)}`,
            `37${digits(12, random)}`,
            `6011${digits(11, random)}`,
          ],
          random,
        ),
      );
      return random() < 0.4 || value.length !== 16 ? value : value.replace(/.{4}(?=.)/g, pick(['$& ', '$&-'], random));
    },
  ],
  ssn: [
    'us-tax-number',
    ({ random }) =>
      `${pick(['123', '219', '457', '078', '534', '605'], random)}-${between(10, 99, random)}-${between(1000, 9999, random)}`,
  ],
  plainSsn: ['us-tax-number', ({ random }) => filled(pick(['1## %# %###', '2##%#%###'], random), random)],
  itin: [
    'us-tax-number',
    ({ random }) =>
      `9${digits(2, random)}-${pick([50, 58, 70, 77, 88, 90, 94, 99], random)}-${between(1000, 9999, random)}`,
  ],
  nhs: ['uk-person-number', ({ random }) => nhsNumber(random).replace(/^(...)(...)/, '$1 $2 ')],
  ni: [
    'uk-person-number',
    ({ random }) => filled(pick(['AB ## ## ## C', 'JG######A', 'PX ## ## ## D'], random), random),
  ],
  dvla: [
    'driving-licence',
    ({ random }) =>
      `${pick(['MORGA', 'SMITH', 'JONES', 'LEE99', 'EVANS', 'PATEL'], random)}${digits(1, random)}${pick(['01', '12', '57', '62', '09', '11'], random)}${pick(['05', '14', '23', '28', '30'], random)}${digits(1, random)}${letters(1, random)}${pick(['9', 'J', 'M'], random)}${between(2, 9, random)}${letters(2, random)}`,
  ],
  licence: [
    'driving-licence',
    ({ random }) =>
      filled(
        pick(['@#######', '@###-####-####', 'B072RRE2I55', '%########', '@##-###-###-###', 'J010000SD51'], random),
        random,
      ),
  ],
  passport: [
    'passport',
    ({ random }) =>
      filled(pick(['C01X00T4%', '5########', '@########', '%#AA#####', 'YA#######', 'XDB######'], random), random),
  ],
  birthDate: ['birth-date', birthDate],
  vin: [
    'chassis-number',
    ({ random }) =>
      pick(
        [
          `WP0ZZZ9${pick(['1', '3', '6', '9'], random)}Z${pick(['G', 'L', 'T', 'Y', '3'], random)}S${digits(6, random)}`,
          withVinDigit(
            `WP0${letters(2, random, 'ABC')}2${digits(1, random)}9${digits(1, random)}${pick(['5', 'B', 'G', 'X'], random)}S${digits(6, random)}`,
          ),
          withVinDigit(
            `1${letters(2, random, 'FGHJ')}${letters(2, random, 'BCDEP')}${digits(2, random)}${letters(1, random)}0${pick(['5', 'R', 'X'], random)}${letters(1, random)}${digits(6, random)}`,
          ),
          `ZFF${digits(2, random)}${letters(3, random)}000${digits(6, random)}`,
          `WBS${letters(2, random)}9${digits(1, random)}0${digits(1, random)}0E${digits(6, random)}`,
        ],
        random,
      ),
  ],
  earlyPorsche: [
    'chassis-number',
    ({ random }) =>
      filled(
        pick(
          ['911%60####', '911310####', '930770####', '928810####', '911 3 60 ####', '914290####', '912600####'],
          random,
        ),
        random,
      ),
  ],
  earlyChassis: [
    'chassis-number',
    ({ random }) =>
      filled(
        pick(
          [
            '10####',
            '11930####',
            '30####S',
            'AM/101/###',
            'DB4/%##/R',
            '1E1####',
            '0####',
            '198.040.55.000##',
            'BN1L/1%###',
            'SN9####',
            '82####',
          ],
          random,
        ),
        random,
      ),
  ],
  plate: [
    'number-plate',
    ({ random, country }) => plateForm(pick(plateForms[country === 'us' ? 'uk' : country], random), random),
  ],
  labelledPlate: ['number-plate', ({ random, country }) => plateForm(pick(plateForms[country], random), random)],
  position: [
    'position',
    ({ random, country }) => {
      const latitude = country === 'us' ? between(30, 47, random) : between(37, 54, random);
      const longitude = country === 'us' ? -between(70, 122, random) : between(1, 13, random);
      return pick(
        [
          `${latitude}.${filled('%####%', random)}, ${longitude}.${filled('%####%', random)}`,
          `${latitude}°${between(10, 59, random)}'${between(10, 59, random)}"N ${Math.abs(longitude)}°${between(10, 59, random)}'${between(10, 59, random)}"${longitude < 0 ? 'W' : 'E'}`,
          `${latitude}.${digits(5, random)}° N, ${Math.abs(longitude)}.${digits(5, random)}° ${longitude < 0 ? 'W' : 'E'}`,
        ],
        random,
      );
    },
  ],
  latitude: ['position', ({ random }) => `${between(30, 54, random)}.${digits(4, random)}`],
};
